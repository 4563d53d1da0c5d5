/** Where in the page the person looks. */
import Taro from '@tarojs/taro';

/** To the head of the page, when something new stands there. */
export function toTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

/** Brings the element with this id into view, under the bar. */
export function scrollToId(id: string): void {
  Taro.nextTick(() => void Promise.resolve(Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 })).catch(() => undefined));
}
