/** Is there a network at all? Says nothing about whether the server answers. */
import Taro from '@tarojs/taro';

export async function isOnline(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType !== 'none';
  } catch {
    return true;
  }
}

/** Calls `then` each time the network comes back. Returns how to stop. */
export function onOnline(then: () => void): () => void {
  const listener = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) then();
  };
  Taro.onNetworkStatusChange(listener);
  return () => Taro.offNetworkStatusChange(listener);
}
