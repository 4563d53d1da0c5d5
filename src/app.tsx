import type { PropsWithChildren } from 'react';
import { useDidShow, useLaunch } from '@tarojs/taro';
import { deliver, watchNetwork } from './services/answers/outbox';
import { startKeyboard } from './services/keyboard';
import { startFetching } from './services/pageCode';
import { startTransport } from './services/transport';
import './styles/tokens.scss';
import './styles/base.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startTransport();
    startKeyboard();
    watchNetwork();
    startFetching();
  });
  useDidShow(() => void deliver());
  return children;
}
