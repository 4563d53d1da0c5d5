/** Short word to the person, and questions that need a yes or no. */
import Taro from '@tarojs/taro';

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  /** Without it there is only one way on. */
  readonly no?: string;
}

/** Gone by itself after three seconds: never the only place where something important is said. */
export function toast(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 3000 });
}

/** True when the person chose `yes`. WeChat shows at most four characters on each button. */
export async function confirm({ title, text, yes, no }: Question): Promise<boolean> {
  const answer = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no ?? '取消', showCancel: no !== undefined, confirmColor: '#17695a' });
  return answer.confirm;
}
