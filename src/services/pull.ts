/** Pulling a page down, and reaching its end. */
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';

/** The page's config must say `enablePullDownRefresh: true`. The mark goes away when `refresh` is done. */
export function usePull(refresh: () => void | Promise<void>): void {
  usePullDownRefresh(() => {
    void Promise.resolve(refresh()).finally(() => void Promise.resolve(Taro.stopPullDownRefresh()).catch(() => undefined));
  });
}

export const useEnd = (more: () => void): void => useReachBottom(more);
