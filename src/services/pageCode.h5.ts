/**
 * The code of a page that was not opened yet. Taro's router asks for it after it has changed the address, and where
 * the network is gone by then the tap does nothing, and the next one neither. So a resident's pages are fetched as
 * soon as the first one stands, and no page is opened before its code is here.
 */
import { letGo } from './deviceBack';
import { onOnline } from './network';
import { confirm } from './notify';

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

/** True when the server now has other files than this tab was opened with: the old ones, this page's among them, are gone. */
async function replaced(): Promise<boolean> {
  try {
    const answer = await fetch(window.location.pathname, { cache: 'no-store' });
    const now = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const names = (page: Document) => [...page.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? '').filter((src) => /\bapp\.[0-9a-f]+\.js$/.test(src));
    return now !== null && names(now).length > 0 && names(now).every((src) => !names(document).includes(src));
  } catch {
    return false;
  }
}

/** Says why a page's code could not be had. False: no more is known than that it could not. */
export async function explained(url: string): Promise<boolean> {
  if (!(await replaced())) return false;
  const now = await confirm({ title: '页面更新了', text: '刚刚换了新版本，重新打开就能接着用。填过的内容都存在手机上，不会丢。', yes: '重新打开', no: '先等等' });
  if (now) {
    await letGo();
    window.history.pushState(null, '', `#${url}`); // not by the hash, or the router would ask for the lost file once more
    window.location.reload();
  }
  return true;
}

export function startFetching(): void {
  const fetchAll = () => routes().forEach(({ path }) => wanted.test(path) && void fetched(`/${path}`));
  setTimeout(fetchAll, pause);
  onOnline(fetchAll);
}
