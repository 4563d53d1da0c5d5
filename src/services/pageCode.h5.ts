/**
 * The code of a page that was not opened yet. Taro's router asks for it after it has changed the address, and where
 * the network is gone by then the tap does nothing, and the next one neither. So a resident's pages are fetched as
 * soon as the first one stands, and no page is opened before its code is here.
 */
import { onOnline } from './network';

interface Route {
  /** Without the leading slash. */
  readonly path: string;
  readonly load: () => readonly [code: Promise<unknown>, ...unknown[]];
}

const routes = (): readonly Route[] => (window as { __taroAppConfig?: { routes?: readonly Route[] } }).__taroAppConfig?.routes ?? [];
const wanted = /^(pages|packages\/(place|outlet|result|about))\//;
/** Ms after the start: the first page's own requests come first. */
const pause = 1500;

/** False when the code of this page can't be had now. Asked for once; again after a failure. */
export async function fetched(page: string): Promise<boolean> {
  const route = routes().find(({ path }) => `/${path}` === page);
  try {
    await route?.load()[0];
    return true;
  } catch {
    return false;
  }
}

export function startFetching(): void {
  const fetchAll = () => routes().forEach(({ path }) => wanted.test(path) && void fetched(`/${path}`));
  setTimeout(fetchAll, pause);
  onOnline(fetchAll);
}
