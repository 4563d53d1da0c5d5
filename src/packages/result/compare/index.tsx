import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Compared } from '../../../../types/contract/results';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { SingleChoice } from '../../../components/Choice/Group';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { backTo, go, useQuery } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import '../head.scss';
import { Held } from './Held';
import './index.scss';
import { whyWords, type Kind } from './words';

const result = '/packages/result/index/index';

/** A circle's last figure against the one before, or against another circle's. */
export default function ComparePage() {
  const { release, circle, with: asked } = useQuery();
  const [kind, setKind] = useState<Kind>(asked === 'circle' ? 'circle' : 'round');
  const [other, setOther] = useState<string | null>(null);
  const first = release !== undefined && circle !== undefined ? { release, circle } : null;
  const second = kind === 'circle' && other !== null && release !== undefined ? { release, circle: other } : undefined;
  const compared = useCall('survey.compare', first && { first, ...(second ? { second } : {}) });
  const back = <Button kind='line' label='看调查结果' onClick={() => backTo(result)} />;
  if (first === null) return <Screen title='比一比' elderSwitch><EmptyState icon='chart' title='先选一次结果' text='请从调查结果里点「比一比」进来。'>{back}</EmptyState></Screen>;
  return (
    <Screen title='比一比' elderSwitch>
      <Chips label='和谁比' wrap>
        <Chip label='和上一轮比' on={kind === 'round'} onToggle={() => setKind('round')} />
        <Chip label='和别的圈比' on={kind === 'circle'} onToggle={() => setKind('circle')} />
      </Chips>
      <Loaded of={compared} ways={back}>
        {(data) => (
          <>
            {kind === 'circle' && other === null ? <Choose of={data} onChoose={setOther} /> : <Found of={data} kind={kind} />}
            {kind === 'circle' && other !== null && <Button kind='line' label='换一个圈' onClick={() => setOther(null)} />}
            <Button kind='line' label='怎么算的' onClick={() => go('/packages/about/method/index')} />
            <HotlineButton />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function Found({ of, kind }: { of: Compared; kind: Kind }) {
  const { comparison, first, second, why } = of;
  if (comparison && second) return <Held comparison={comparison} first={first} second={second} kind={kind} />;
  return <EmptyState icon='chart' title='这里比不了' text={why ? whyWords(why, of) : undefined} />;
}

/** Which circle to hold it against. Those that share a community are in the list, with the reason. */
function Choose({ of: { first, others, why }, onChoose }: { of: Compared; onChoose: (circle: string) => void }) {
  if (others.length === 0) return <EmptyState icon='chart' title='这里比不了' text={why ? whyWords(why, { first, second: null }) : '这一次只公布了这一个圈的结果。'} />;
  return (
    <Card>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>{`${first.cell.place.name}和哪个圈比`}</View>
      <View className='lz-mute'>同一轮、同一次公布的结果。一次比一个：挑着比，容易把碰巧当成真的。</View>
      <SingleChoice label='和哪个圈比' options={others.map(({ id, name, overlaps }) => ({ code: id, text: name, ...(overlaps ? { hint: '有共同的社区，比不了' } : {}) }))} value={null} onChange={onChoose} />
    </Card>
  );
}
