import { View } from '@tarojs/components';
import { go } from '../../services/navigate';
import { a11y } from '../a11y';
import './index.scss';

const ways = [
  { title: '小修小补', text: '修鞋 配钥匙 磨刀', page: '/packages/outlet/repairs/index' },
  { title: '集市夜市', text: '早市 夜市 逢集', page: '/packages/outlet/markets/index' },
];

/** Two things that people look for by a name of their own, and not by a shop's. */
export function FindWays() {
  return (
    <View className='lz-find'>
      {ways.map(({ title, text, page }) => (
        <View key={page} className='lz-find__way' onClick={() => go(page)} {...a11y({ role: 'link' })}>
          <View className='lz-strong'>{title}</View>
          <View className='lz-mute'>{text}</View>
        </View>
      ))}
    </View>
  );
}
