/** Takes or chooses one photo, and makes it small on the phone. WeChat asks for the camera or the album itself, when it is tapped for. */
import Taro from '@tarojs/taro';
import { fitted, shrunk } from './shrink';

export interface TakenPhoto {
  /** The small picture, base64. */
  readonly data: string;
  /** Where the phone shows it from, until the page is left. */
  readonly preview: string;
}
export type Taking = { readonly ok: true; readonly photo: TakenPhoto } | { readonly ok: false; readonly reason: 'cancelled' | 'denied' | 'unreadable' };

/** `onChosen`: she has chosen, and it is being made small. Never rejects. */
export async function takePhoto(onChosen: () => void): Promise<Taking> {
  try {
    const { tempFiles: [chosen] } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sourceType: ['album', 'camera'], sizeType: ['compressed'] });
    if (!chosen) return { ok: false, reason: 'cancelled' };
    onChosen();
    const size = await Taro.getImageInfo({ src: chosen.tempFilePath });
    const photo = await shrunk(async (side, quality) => {
      const { width, height } = fitted(size, side);
      const { tempFilePath } = await Taro.compressImage({ src: chosen.tempFilePath, quality: Math.round(quality * 100), compressedWidth: width, compressedHeight: height });
      return { preview: tempFilePath, data: await contentOf(tempFilePath) };
    }, ({ data }) => (data.length / 4) * 3);
    return { ok: true, photo };
  } catch (error) {
    const said = String((error as { errMsg?: string } | null)?.errMsg ?? '');
    return { ok: false, reason: /cancel/.test(said) ? 'cancelled' : /deny|denied|auth|privacy/.test(said) ? 'denied' : 'unreadable' };
  }
}

const contentOf = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({ filePath, encoding: 'base64', success: ({ data }) => resolve(data as string), fail: reject });
  });
