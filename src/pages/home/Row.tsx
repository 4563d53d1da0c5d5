import { View } from '@tarojs/components';
import { Card } from '../../components/Card';
import { Icon } from '../../components/Icon';
import { go } from '../../services/navigate';

/** A quiet way on to another page. */
export function Row({ title, text, page, query }: { title: string; text: string; page: string; query?: Record<string, string> }) {
  return (
    <Card row onClick={() => go(page, query)}>
      <View className='lz-grow'>
        <View className='lz-strong'>{title}</View>
        <View className='lz-mute'>{text}</View>
      </View>
      <Icon name='next' size='small' />
    </Card>
  );
}
