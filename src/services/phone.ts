import Taro from '@tarojs/taro';

/** Opens the dialler with the number; the person presses call herself. */
export function dial(number: string): void {
  void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}
