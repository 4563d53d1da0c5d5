import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';

/** The title of the browser's tab, and what WeChat lists among recent pages. */
export function usePageTitle(title: string): void {
  const tell = () => void Promise.resolve(Taro.setNavigationBarTitle({ title })).catch(() => undefined);
  useDidShow(tell);
  useEffect(tell, [title]);
}
