/** Going from page to page. Paths begin with `/`, as in app.config.ts. */
import Taro, { useRouter } from '@tarojs/taro';

export type Tab = 'home' | 'nearby' | 'survey' | 'mine';
export type Query = Readonly<Record<string, string | number | undefined>>;

/** `/packages/outlet/detail/index` + { id } → a path with its query. */
export function pathOf(page: string, query: Query = {}): string {
  const parts = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]));
  return parts.length === 0 ? page : `${page}?${parts.join('&')}`;
}

/** Opens a page of a subpackage above the present one. */
export const go = (page: string, query?: Query): void => void Taro.navigateTo({ url: pathOf(page, query) }).catch(() => undefined);

/** Puts a page in the place of the present one, so that going back skips it. */
export const replace = (page: string, query?: Query): void => void Taro.redirectTo({ url: pathOf(page, query) }).catch(() => undefined);

/** One of the four main pages. They take no query: what they should show is remembered by a service. */
export const switchTo = (tab: Tab): void => void Taro.switchTab({ url: `/pages/${tab}/index` }).catch(() => undefined);

/** Back, or home when the page was opened by a link and nothing lies under it. */
export function backOrHome(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack().catch(() => switchTo('home'));
  else switchTo('home');
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
