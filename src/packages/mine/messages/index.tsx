import { useEffect, useRef } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { Tag } from '../../../components/Tag';
import { call } from '../../../services/call';
import { go } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import type { Message } from '../../../../types/contract/outlet';
import { messageWords } from './words';

/** What the app has to tell her, the newest first. What was seen here is read. */
export default function MessagesPage() {
  const inbox = useCall('outlet.messages', {});
  usePull(inbox.reload);
  const newest = inbox.data?.messages[0]?.at;
  const told = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (newest === undefined || told.current === newest) return;
    told.current = newest;
    void call('outlet.readMessages', { until: newest });
  }, [newest]);
  return (
    <Screen title='消息' elderSwitch>
      <Loaded of={inbox}>
        {({ messages }) => (messages.length === 0 ? (
          <EmptyState icon='check-bubble' title='还没有消息' text='登记、认领、反映的事有了结果，会写在这里。'>
            <HotlineButton />
          </EmptyState>
        ) : (
          <View className='lz-stack'>{messages.map((message) => <One key={message.id} message={message} />)}</View>
        ))}
      </Loaded>
    </Screen>
  );
}

function One({ message: { kind, body, at, read } }: { message: Message }) {
  const { title, text, to } = messageWords(kind, body);
  return (
    <Card row onClick={to && (() => go(to.page, to.query))}>
      <View className='lz-grow lz-col'>
        <View className='lz-row lz-row--top'>
          <View className='lz-h lz-grow'>{title}</View>
          {!read && <Tag tone='brand'>新</Tag>}
        </View>
        {text !== '' && <View>{text}</View>}
        <View className='lz-mute'>{dateTime(at)}</View>
      </View>
      {to && <Icon name='next' size='small' />}
    </Card>
  );
}
