import { useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import type { OwnedOutlet } from '../../../../types/contract/merchant';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { dayWords } from '../../../components/OutletCard/words';
import { DemoMark, Tag, type Tone } from '../../../components/Tag';
import { uuid } from '../../../services/ids';
import { confirm } from '../../../services/notify';
import { go } from '../../../services/navigate';
import { copyText } from '../../../services/share';
import { useSend } from '../../../services/useSend';

const stateOf = ({ listed, standing, freshness }: OwnedOutlet): { readonly text: string; readonly tone: Tone } => {
  if (!listed) return { text: '没有上图', tone: 'red' };
  if (standing !== 'fine') return { text: '居民说可能关了', tone: 'red' };
  return freshness === 'stale' ? { text: '待确认', tone: 'amber' } : { text: '在图上', tone: 'brand' };
};

/** One outlet of hers: one tap says that all still holds. */
export function Owned({ outlet, onChanged }: { outlet: OwnedOutlet; onChanged: () => void }) {
  const confirming = useSend('outlet.confirm');
  const handing = useSend('outlet.handOver');
  const [code, setCode] = useState<{ code: string; expiresAt: string } | null>(null);
  const [handover] = useState(uuid);
  const [said, setSaid] = useState<string | null>(null);
  const { id, name, address, confirmedOn, listed, demo } = outlet;
  const state = stateOf(outlet);
  const year = new Date().getFullYear();
  const confirmToday = async () => {
    if (!(await confirming.run({ outlet: id }))) return;
    setSaid('记下了。邻居看得到今天确认过。');
    onChanged();
  };
  const handOver = async () => {
    if (!(await confirm({ title: '把这家店交给别人？', text: '会给您一个交接码，七天内有效。对方在「我的网点」里填了码，店就归对方管，您不能再改。', yes: '生成码', no: '不交' }))) return;
    setCode(await handing.run({ id: handover, outlet: id }));
  };
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow'>{name}</View>
        <DemoMark demo={demo} />
        <Tag tone={state.tone}>{state.text}</Tag>
      </View>
      <View className='lz-mute'>{address}</View>
      <View className='lz-mute'>{confirmedOn === null ? '还没有确认过。隔些日子点一下，邻居就放心来。' : `${dayWords(confirmedOn, year)}确认过`}</View>
      {said && <Notice>{said}</Notice>}
      {(confirming.error ?? handing.error) && <Notice tone='red'>{(confirming.error ?? handing.error)!.say}</Notice>}
      {listed && <Button kind='line' icon='check' label='今天还营业，信息没变' busy={confirming.busy} onClick={() => void confirmToday()} />}
      <View className='lz-row mine-ways'>
        {listed && <Button grow kind='line' icon='shop' label='看网点' onClick={() => go('/packages/outlet/detail/index', { id })} />}
        {listed && <Button grow kind='line' icon='edit' label='改信息' onClick={() => go('/packages/merchant/register/index', { outlet: id })} />}
      </View>
      {code
        ? (
          <Notice tone='amber'>
            <View className='lz-strong'>{code.code}</View>
            <View>{`请当面给对方。${dateTime(code.expiresAt)} 前有效，只能用一次。`}</View>
            <View className='lz-link' onClick={() => void copyText(code.code)} {...a11y({ role: 'button' })}>复制交接码</View>
          </Notice>
        )
        : <View className='lz-link' onClick={() => void handOver()} {...a11y({ role: 'button' })}>转给别人管</View>}
    </Card>
  );
}
