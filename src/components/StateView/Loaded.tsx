import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../domain/calendar';
import type { Loading } from '../../services/useCall';
import { a11y } from '../a11y';
import { Notice } from '../Notice';
import { ErrorState, LoadingState } from '.';

export interface LoadedProps<T> {
  readonly of: Loading<T>;
  readonly children: (data: T) => ReactNode;
  /** Ways on beside 再试一次, when nothing could be had. */
  readonly ways?: ReactNode;
  readonly cards?: number;
}

/** What a `useCall` brought: waiting, failed, or there (with a word when it is old). */
export function Loaded<T>({ of: { state, data, error, stale, at, reload }, children, ways, cards }: LoadedProps<T>) {
  if (data === null) return state === 'error' && error ? <ErrorState error={error} onRetry={error.retry ? reload : undefined}>{ways}</ErrorState> : <LoadingState cards={cards} />;
  return (
    <>
      {stale && (
        <Notice tone='offline'>
          <View>{`${error?.code === 'offline' ? '没有网络' : '没有更新成功'}，下面是${at === null ? '上次' : `${dateTime(new Date(at).toISOString())} `}打开时的内容。`}</View>
          {error?.retry && <View className='lz-link' onClick={reload} {...a11y({ role: 'button' })}>再试一次</View>}
        </Notice>
      )}
      {children(data)}
    </>
  );
}
