import { useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { Tag } from '../../../components/Tag';
import type { Progress } from '../../../../types/contract/desk';
import { Ages } from './Ages';
import { summedAgesOf, withPosters } from './Ages/words';
import { Lines } from './Table';

type Street = Progress['streets'][number];

/** The district's view: a line for each street, that opens to its communities. */
export function Streets({ streets, asOf }: { streets: readonly Street[]; asOf: string }) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const toggle = (code: string) => setOpen((now) => (now.includes(code) ? now.filter((other) => other !== code) : [...now, code]));
  return <>{streets.map((street) => <Group key={street.code} street={street} asOf={asOf} open={open.includes(street.code)} onToggle={() => toggle(street.code)} />)}</>;
}

function Group({ street: { name, answered, target, lastDay, beside = 0, ages = null, rows }, asOf, open, onToggle }: { street: Street; asOf: string; open: boolean; onToggle: () => void }) {
  const behind = rows.filter(({ pace }) => pace === 'slow' || pace === 'behind').length;
  return (
    <Card>
      <View className='desk-street' onClick={onToggle} {...a11y({ role: 'button', expanded: open })}>
        <View className='lz-grow lz-col'>
          <View className='lz-h'>{name}</View>
          <View className='lz-wrap'>
            <View className='lz-num'>{`${answered} / ${target} 份`}</View>
            <View className='lz-mute lz-num'>{`昨天 +${lastDay}`}</View>
            {behind > 0 ? <Tag tone='amber'>{`${behind} 个跟不上`}</Tag> : <Tag tone='brand'>跟得上</Tag>}
          </View>
          {ages && <Ages words={withPosters(summedAgesOf(ages, asOf), beside)} />}
        </View>
        <View className='lz-mute'>{open ? '收起' : '展开'}</View>
        <View className={open ? 'desk-street__turn' : undefined}><Icon name='down' size='small' /></View>
      </View>
      {open && <View className='desk-street__rows'><Lines rows={rows} title={name} asOf={asOf} /></View>}
    </Card>
  );
}
