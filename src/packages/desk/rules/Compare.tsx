import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { typeWords } from '../../../components/CircleFacts/words';
import { Notice } from '../../../components/Notice';
import { Tag } from '../../../components/Tag';
import { confirm } from '../../../services/notify';
import { useCall } from '../../../services/useCall';
import { useSend } from '../../../services/useSend';
import type { RuleCompared } from '../../../../types/contract/circles';
import { scoreText } from '../circles/words';
import { Failed } from '../Failed';
import { OfficersOnly } from '../OfficersOnly';
import { draftStateTag, kindWords } from './kinds';

/** What would change, circle by circle, before anything does. */
export function Compare({ id, onBack }: { id: string; onBack: () => void }) {
  const found = useCall('desk.compareRule', { id });
  const back = <Button kind='quiet' label='回规则' onClick={onBack} />;
  return <OfficersOnly of={found} ways={back}>{(compared) => <><Found compared={compared} onDone={onBack} />{back}</>}</OfficersOnly>;
}

type Side = RuleCompared['circles'][number]['now'];
const changed = (now: Side, then: Side) => now.reached !== then.reached || now.possible !== then.possible || Math.round(now.low) !== Math.round(then.low) || Math.round(now.high) !== Math.round(then.high) || now.missing.join() !== then.missing.join();

function Found({ compared: { draft, against, problems, circles, tables }, onDone }: { compared: RuleCompared; onDone: () => void }) {
  const adopting = useSend('desk.adoptRule');
  const dropping = useSend('desk.dropRule');
  const replaced = tables.filter(({ gone, added }) => gone.length + added.length > 0);
  const moved = circles.filter(({ now, then }) => changed(now, then));
  const adopt = async () => {
    if (!(await confirm({ title: '让新规则生效？', text: `以后的定型、得分和报表都按「${draft.version}」版。已有的快照和报表不变。`, yes: '生效', no: '再想想' }))) return;
    if (await adopting.run({ id: draft.id, against: against.hash })) onDone();
  };
  const drop = async () => {
    if (await dropping.run({ id: draft.id })) onDone();
  };
  return (
    <>
      <Card>
        <View className='lz-wrap'><View className='lz-h lz-grow'>{kindWords[draft.kind]}</View><Tag tone={draftStateTag[draft.state].tone}>{draftStateTag[draft.state].text}</Tag></View>
        <View>{`新的：${draft.title}，${draft.version} 版（${draft.status}）`}</View>
        <View>{`现在的：${against.version} 版`}</View>
        <View className='lz-mute'>{draft.source}</View>
      </Card>
      {circles.length > 0 && <View className='lz-strong'>{moved.length === 0 ? '按现在的数，哪个圈都不会变。' : `按现在的数，${moved.length} 个圈会变：`}</View>}
      {moved.map(({ id, name, now, then }) => (
        <Card key={id}>
          <View className='lz-h'>{name}</View>
          <View>{now.reached === then.reached ? `类型不变：${typeWords(now)}` : `类型：${typeWords(now)} → ${typeWords(then)}`}</View>
          <View className='lz-num'>{`得分：${scoreText({ score: now })} → ${scoreText({ score: then })}`}</View>
          {then.missing.length > 0 && <View className='lz-mute'>{`以后的缺项：${then.missing.join('；')}`}</View>}
        </Card>
      ))}
      {replaced.map(({ code, title, gone, added }) => (
        <Card key={code}>
          <View className='lz-h'>{title}</View>
          {gone.length > 0 && <View>{`去掉：${gone.join('；')}`}</View>}
          {added.length > 0 && <View>{`加上：${added.join('；')}`}</View>}
        </Card>
      ))}
      {tables.length > replaced.length && <View className='lz-mute'>{`列和版面都没有变的：${tables.filter((table) => !replaced.includes(table)).map(({ title }) => title).join('、')}。`}</View>}
      {problems.length > 0 && <Notice tone='amber'>{problems.map((problem) => <View key={problem}>{problem}</View>)}<View>载入以后别的规则变了，这一份现在不能生效。</View></Notice>}
      {adopting.error && <Failed error={adopting.error} />}
      {dropping.error && <Failed error={dropping.error} />}
      {draft.state === 'staged' && (
        <>
          <Button label='让它生效' disabled={problems.length > 0} busy={adopting.busy} onClick={() => void adopt()} />
          <Button kind='line' label='不用这一份' busy={dropping.busy} onClick={() => void drop()} />
        </>
      )}
    </>
  );
}
