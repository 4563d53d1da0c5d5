import type { PropsWithChildren } from 'react';
import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro';
import { deliver, watchNetwork } from './services/answers/outbox';
import { startKeyboard } from './services/keyboard';
import { switchTo } from './services/navigate';
import { startFetching } from './services/pageCode';
import { startTransport } from './services/transport';
import { deliverVisits, watchVisits } from './services/visits';
import './styles/tokens.scss';
import './styles/base.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startTransport();
    startKeyboard();
    watchNetwork();
    watchVisits();
    startFetching();
  });
  useDidShow(() => {
    void deliver();
    void deliverVisits();
  });
  // an old link, or half of one: there is always a first page
  usePageNotFound(() => switchTo('home'));
  return children;
}
