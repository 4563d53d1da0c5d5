import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import type { Market } from './market';

/** What the market asks of its stalls. */
export function Rules({ rules }: { rules: Market['rules'] }) {
  return (
    <Card>
      <View className='lz-h'>摆摊的要求</View>
      {rules.length === 0 && <View className='lz-mute'>还没有单位告诉我们，摆摊前请问街道或城管。</View>}
      {rules.map(({ text, status }) => (
        <View key={text} className='lz-wrap'>
          <View>{text}</View>
          {status !== '' && <Tag>{status}</Tag>}
        </View>
      ))}
    </Card>
  );
}
