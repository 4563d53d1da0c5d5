/** When what was just drawn can be asked where it stands: WeChat draws in a thread of its own. */
import Taro from '@tarojs/taro';

export const whenDrawn = (then: () => void): void => Taro.nextTick(then);
