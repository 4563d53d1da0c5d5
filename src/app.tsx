import type { PropsWithChildren } from 'react';
import { useLaunch } from '@tarojs/taro';
import { startKeyboard } from './services/keyboard';
import { startTransport } from './services/transport';
import './styles/tokens.scss';
import './styles/base.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startTransport();
    startKeyboard();
  });
  return children;
}
