/** Asks, in WeChat, whether one message may be pushed. Only in the tap itself, or WeChat doesn't ask at all. Not tried with a real account. */
import Taro from '@tarojs/taro';

export const canSubscribe = true;
/** True: she let it push one message of this template. */
export async function askToPush(template: string): Promise<boolean> {
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [template], entityIds: [] });
    return (answer as unknown as Record<string, string>)[template] === 'accept';
  } catch {
    return false;
  }
}
