import type { ShareCard } from './share';
import { toast } from './notify';

/** Nothing to register: a browser has no menu that asks the page. */
export function useShare(_card: ShareCard): void {}

export async function copyText(text: string, said = '已复制'): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(said);
  } catch {
    toast('没能复制，请长按选择文字');
  }
}

/** The device's own share sheet, else the link is copied. */
export async function shareNow(card: ShareCard): Promise<void> {
  const link = new URL(`#${card.path}`, window.location.origin + window.location.pathname).href;
  if (typeof navigator.share !== 'function') return copyText(`${card.title} ${link}`, '链接已复制，粘贴到微信群里就行');
  await navigator.share({ title: card.title, url: link }).catch(() => undefined);
}
