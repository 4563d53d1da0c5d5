/** A picture drawn on the phone. WeChat's own viewer shows it; from there it can be kept or sent on, without asking for the album. */
import Taro from '@tarojs/taro';

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D;
}

/** Draws on the page's canvas of this id, in the size given, and opens the picture. False when the phone can't. */
export async function showPicture(id: string, size: { readonly width: number; readonly height: number }, draw: (pen: CanvasRenderingContext2D) => void): Promise<boolean> {
  try {
    const node = await nodeOf(id);
    if (!node) return false;
    Object.assign(node, size);
    draw(node.getContext('2d'));
    const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: node as never, canvasId: id, x: 0, y: 0, ...size, destWidth: size.width, destHeight: size.height, fileType: 'png' });
    await Taro.previewImage({ urls: [tempFilePath] });
    return true;
  } catch {
    return false;
  }
}

const nodeOf = (id: string): Promise<CanvasNode | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery().select(`#${id}`).fields({ node: true }).exec((found: ({ node?: CanvasNode } | null)[]) => resolve(found[0]?.node ?? null));
  });
