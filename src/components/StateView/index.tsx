import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { ApiError } from '../../../types/errors';
import { useHotline } from '../../services/hotline';
import { dial } from '../../services/phone';
import { a11y } from '../a11y';
import { Button } from '../Button';
import { Icon, type IconName } from '../Icon';
import './index.scss';

/** While the first reply is awaited: the shape of what comes, and a word. */
export function LoadingState({ cards = 3 }: { cards?: number }) {
  return (
    <View className='lz-stack' {...a11y({ role: 'status' })}>
      <View className='lz-mute'>正在打开…</View>
      {Array.from({ length: cards }, (_, at) => (
        <View key={at} className='lz-skeleton' {...a11y({ hidden: true })}>
          <View className='lz-skeleton__line lz-skeleton__line--short' />
          <View className='lz-skeleton__line' />
          <View className='lz-skeleton__line' />
        </View>
      ))}
    </View>
  );
}

export interface EmptyProps {
  readonly icon?: IconName;
  readonly title: string;
  /** What the person can do now. */
  readonly text?: string;
  /** Buttons: the ways on. An empty list without one is a dead end. */
  readonly children?: ReactNode;
}

export function EmptyState({ icon = 'list', title, text, children }: EmptyProps) {
  return (
    <View className='lz-state'>
      <View className='lz-state__icon'><Icon name={icon} size='large' /></View>
      <View className='lz-h'>{title}</View>
      {text && <View className='lz-mute'>{text}</View>}
      {children && <View className='lz-state__ways'>{children}</View>}
    </View>
  );
}

export interface ErrorProps {
  readonly error: ApiError;
  readonly onRetry?: () => void;
  /** Other ways on, after trying again and before the phone. */
  readonly children?: ReactNode;
}

/** What went wrong, in the catalogue's words; trying again where that can help; a human to call. */
export function ErrorState({ error, onRetry, children }: ErrorProps) {
  const offline = error.code === 'offline';
  return (
    <View className='lz-state' {...a11y({ role: 'alert' })}>
      <View className='lz-state__icon lz-state__icon--amber'><Icon name={offline ? 'offline' : 'warn'} size='large' /></View>
      <View className='lz-h'>{offline ? '没有网络' : '没有打开'}</View>
      <View className='lz-mute'>{error.say}</View>
      <View className='lz-state__ways'>
        {onRetry && <Button icon='refresh' label='再试一次' onClick={onRetry} />}
        {children}
        <HotlineButton />
      </View>
    </View>
  );
}

/** Calls the service line. */
export function HotlineButton() {
  const hotline = useHotline();
  return <Button kind='line' icon='phone' label={`打电话问 ${hotline}`} onClick={() => dial(hotline)} />;
}
