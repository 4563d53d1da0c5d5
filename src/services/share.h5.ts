import type { ShareCard } from './share';
import { toast } from './notify';

/** Nothing to register: a browser has no menu that asks the page. */
export function useShare(_card: ShareCard): void {}

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast('已复制');
  } catch {
    toast('没能复制，请长按选择文字');
  }
}

/** The device's own share sheet, else the link is copied. */
export async function shareNow(card: ShareCard): Promise<void> {
  const link = new URL(`#${card.path}`, window.location.origin + window.location.pathname).href;
  if (typeof navigator.share !== 'function') return copyText(`${card.title} ${link}`);
  await navigator.share({ title: card.title, url: link }).catch(() => undefined);
}
