import type { PropsWithChildren } from 'react';
import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro';
import { deliver, watchNetwork } from './services/answers/outbox';
import { startKeyboard } from './services/keyboard';
import { switchTo } from './services/navigate';
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
  // an old link, or half of one: there is always a first page
  usePageNotFound(() => switchTo('home'));
  return children;
}
