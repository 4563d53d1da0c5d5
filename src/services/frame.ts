/** How much room the phone's own things take from our navigation bar. Real px, for inline styles. */
import Taro from '@tarojs/taro';

export interface Frame {
  readonly statusBar: number;
  /** Width kept free on the right for WeChat's capsule. */
  readonly capsule: number;
}

let known: Frame | null = null;

export function frame(): Frame {
  if (known) return known;
  try {
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
    const capsule = Taro.getMenuButtonBoundingClientRect();
    known = { statusBar: statusBarHeight, capsule: capsule.left > 0 ? windowWidth - capsule.left : 95 };
  } catch {
    known = { statusBar: 20, capsule: 95 };
  }
  return known;
}
