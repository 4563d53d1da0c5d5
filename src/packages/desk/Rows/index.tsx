import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import './index.scss';

/** Name and value under each other's like, as on a form. */
export function Rows({ children }: PropsWithChildren) {
  return <View className='desk-rows'>{children}</View>;
}

export function Row({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <View className='desk-rows__row'>
      <View className='desk-rows__name'>{name}</View>
      <View className='desk-rows__value'>{children}</View>
    </View>
  );
}
