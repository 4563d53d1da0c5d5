/** Going from page to page. Paths begin with `/`, as in app.config.ts. */
import Taro, { useRouter } from '@tarojs/taro';
import { letGo } from './deviceBack';
import { toast } from './notify';
import { explained, fetched } from './pageCode';

export type Tab = 'home' | 'nearby' | 'survey' | 'mine';
export type Query = Readonly<Record<string, string | number | undefined>>;

/** `/packages/outlet/detail/index` + { id } → a path with its query. */
export function pathOf(page: string, query: Query = {}): string {
  const parts = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]));
  return parts.length === 0 ? page : `${page}?${parts.join('&')}`;
}

/** Where what was published on a topic is shown. */
export const resultPages = { satisfaction: '/packages/result/index/index', needs: '/packages/result/needs/index' } as const;

/** A second tap within this time, ms, is the first one again: else the page would lie there twice. */
const sameTap = 800;
/** What was opened last, when, and above how many pages. */
let opened = { url: '', at: 0, above: 0, coming: false };

/** A page that can't be had now (no network, and it was never opened before) leaves her where she is, and says so. */
async function open(page: string, url: string, how: () => Promise<unknown>): Promise<void> {
  try {
    if (await fetched(page)) {
      await letGo();
      await how();
      return;
    }
  } catch {
    // WeChat could not fetch its subpackage either
  }
  if (await explained(url)) return;
  toast('这一页没有打开。请看看网络再点一次，还不行就关掉重开。');
}

/** Opens a page of a subpackage above the present one. */
export function go(page: string, query?: Query): void {
  const url = pathOf(page, query);
  const at = Date.now();
  const above = Taro.getCurrentPages().length;
  if (url === opened.url && at - opened.at < sameTap && (opened.coming || above > opened.above)) return;
  const now = { url, at, above, coming: true };
  opened = now;
  // she may open it, go back and open it again within that time
  void open(page, url, () => Taro.navigateTo({ url })).finally(() => {
    now.coming = false;
  });
}

/** Puts a page in the place of the present one, so that going back skips it. */
export const replace = (page: string, query?: Query): void => {
  const url = pathOf(page, query);
  void open(page, url, () => Taro.redirectTo({ url }));
};

/** One of the four main pages. They take no query: what they should show is remembered by a service. */
export const switchTo = (tab: Tab): void => {
  const url = `/pages/${tab}/index`;
  void open(url, url, () => Taro.switchTab({ url }));
};

/** Back, or home when the page was opened by a link and nothing lies under it. */
export function backOrHome(): void {
  if (Taro.getCurrentPages().length > 1) void back().catch(() => switchTo('home'));
  else switchTo('home');
}

async function back(): Promise<void> {
  await letGo();
  await Taro.navigateBack();
}

/** Back to a page that lies right under this one, otherwise that page in the place of this one. */
export function backTo(page: string): void {
  const pages = Taro.getCurrentPages();
  const under = pages[pages.length - 2]?.route ?? '';
  if (`/${under.replace(/^\//, '')}`.startsWith(page)) void back().catch(() => replace(page));
  else replace(page);
}

/** The page's query, decoded: both platforms hand it over encoded. */
export function useQuery(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter();
  return Object.fromEntries(Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, decoded(value)]])));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
