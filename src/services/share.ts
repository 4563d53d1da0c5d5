/** Passing a page on to others. */
import Taro, { useShareAppMessage } from '@tarojs/taro';

export interface ShareCard {
  readonly title: string;
  /** A page path with its query; never a receipt or anything of the person. */
  readonly path: string;
}

/** What WeChat's 转发 (the menu's, and ShareButton's) sends. */
export function useShare(card: ShareCard): void {
  useShareAppMessage(() => ({ title: card.title, path: card.path }));
}

export async function copyText(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text }).catch(() => undefined);
}

/** In the mini-program the button itself opens WeChat's list (openType share). */
export async function shareNow(_card: ShareCard): Promise<void> {}
