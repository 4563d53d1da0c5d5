import Taro from '@tarojs/taro';

/** Unpredictable bytes from WeChat, or null where this version has none to give. */
export async function unpredictableBytes(length: number): Promise<Uint8Array | null> {
  try {
    const { randomValues } = await Taro.getRandomValues({ length });
    return new Uint8Array(randomValues);
  } catch {
    return null;
  }
}
