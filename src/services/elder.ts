/** 长辈版: what the person chose, else what WeChat's own font setting says. */
import Taro from '@tarojs/taro';
import { observable } from './observable';
import { stored } from './storage';

/** WeChat's font size in px from which the letters are meant to be large (standard is 17). */
const largeFont = 20;
const choice = stored<boolean>('elder');

function systemWantsLarge(): boolean {
  try {
    return (Taro.getAppBaseInfo() as { fontSizeSetting?: number }).fontSizeSetting! >= largeFont;
  } catch {
    return false;
  }
}

const elder = observable<boolean>(() => choice.read() ?? systemWantsLarge());

export const useElder = (): boolean => elder.use();

export function setElder(on: boolean): void {
  choice.write(on);
  elder.set(on);
}
