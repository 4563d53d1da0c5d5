/** A file she has: in WeChat one that somebody sent her in a chat, on a phone and on a PC alike; WeChat offers no other way to files. */
import Taro from '@tarojs/taro';

export interface PickedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Base64. */
  readonly content: string;
}
export type Picking = { readonly ok: true; readonly file: PickedFile } | { readonly ok: false; readonly reason: 'cancelled' | 'unreadable' };

/** What to say about where the file must be. */
export const pickHint: string = '在微信里，先把表格发到「文件传输助手」或任何一个聊天里，再从那里选。';

/** `extensions` without a dot. A file that is larger than `most` bytes is not read: its `content` is empty. */
export async function pickFile(extensions: readonly string[], most: number): Promise<Picking> {
  try {
    const { tempFiles: [file] } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] });
    if (!file) return { ok: false, reason: 'cancelled' };
    if (file.size > most) return { ok: true, file: { name: file.name, size: file.size, content: '' } };
    const content = await new Promise<string>((resolve, reject) => {
      Taro.getFileSystemManager().readFile({ filePath: file.path, encoding: 'base64', success: ({ data }) => resolve(data as string), fail: ({ errMsg }) => reject(new Error(errMsg)) });
    });
    return { ok: true, file: { name: file.name, size: file.size, content } };
  } catch (error) {
    return { ok: false, reason: /cancel/.test(String((error as { errMsg?: string }).errMsg)) ? 'cancelled' : 'unreadable' };
  }
}
