import { View } from '@tarojs/components';
import { fullDateTime } from '../../../../domain/calendar';
import { Card } from '../../../components/Card';
import type { ProjectWhole } from '../../../../types/contract/projects';
import '../desk.scss';
import { writtenBy } from '../words';
import { entryWords } from './words';

/** What was done with it, the newest first. */
export function History({ history }: { history: ProjectWhole['history'] }) {
  return (
    <Card>
      <View className='lz-h'>经过</View>
      {history.map((entry) => (
        <View key={`${entry.at} ${entry.act}`} className='lz-stack'>
          <View className='desk-any'>{entry.text === null ? entryWords[entry.act] : `${entryWords[entry.act]}：${entry.text}`}</View>
          <View className='lz-mute'>{`${fullDateTime(entry.at)} · ${writtenBy(entry)}`}</View>
        </View>
      ))}
    </Card>
  );
}
