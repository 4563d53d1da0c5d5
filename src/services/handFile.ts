/** Gives her a file: WeChat opens it, and from there she sends or keeps it. What WeChat can't open she sends to a chat, her own for instance. False: neither was possible. */
import Taro from '@tarojs/taro';

const endingOf = (name: string) => name.split('.').at(-1) ?? '';
const isOpened = (ending: string): ending is 'xlsx' | 'docx' => ending === 'xlsx' || ending === 'docx';

export const handedWords = (name: string): string =>
  (isOpened(endingOf(name)) ? '文件已经打开。点右上角「…」可以发给别人或保存。' : '文件可以发到聊天里，比如发给「文件传输助手」，再在电脑上打开。');

/** `content` base64. */
export async function handFile(name: string, content: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    await new Promise<void>((resolve, reject) => {
      Taro.getFileSystemManager().writeFile({ filePath, data: content, encoding: 'base64', success: () => resolve(), fail: ({ errMsg }) => reject(new Error(errMsg)) });
    });
    const ending = endingOf(name);
    if (isOpened(ending)) await Taro.openDocument({ filePath, fileType: ending, showMenu: true });
    else await Taro.shareFileMessage({ filePath, fileName: name });
    return true;
  } catch {
    return false;
  }
}
