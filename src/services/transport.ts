/** How a call leaves the phone. Mini-program: a cloud function; WeChat itself says who is calling. */
import Taro from '@tarojs/taro';

export interface Envelope {
  readonly action: string;
  readonly v: number;
  readonly data: unknown;
}

export function startTransport(): void {
  Taro.cloud.init({ env: LZ_CLOUD_ENV || undefined, traceUser: false });
}

/** Rejects when the call did not come back; what comes back is not looked at here. */
export async function send(name: string, envelope: Envelope): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({ name, data: { ...envelope } });
  return result;
}
