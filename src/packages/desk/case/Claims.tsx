import { useState } from 'react';
import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import type { OneCase } from '../../../../types/contract/desk';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Photos } from '../../../components/Photos';
import { Tag } from '../../../components/Tag';
import { confirm } from '../../../services/notify';
import { dial } from '../../../services/phone';
import { useSend } from '../../../services/useSend';
import { Failed } from '../Failed';
import { Row, Rows } from '../Rows';
import { HandOver } from './HandOver';
import { Refusing } from './Refusing';

type Side = OneCase['sides'][number];
type Sent = NonNullable<Side['claim']>;
interface Deciding { readonly one: OneCase; readonly onDone: (text: string) => void; readonly reload: () => void }

/** Both sides' papers, one under the other; each may be granted or refused. */
export function Claims({ one, onDone, reload }: Deciding) {
  const own = one.outlet.own || one.sides.some((side) => side.own);
  const silent = one.sides.some(({ claim }) => claim === null);
  return (
    <>
      {one.answerBy !== null && silent && <Notice tone='amber'>{`现在的店主还没有交材料，${dateTime(one.answerBy)} 以前不能判给别人。`}</Notice>}
      {own && <Notice tone='amber'>这件事和您自己有关，请让同事来处理。</Notice>}
      {one.sides.map((side, i) => <OneSide key={side.claim?.id ?? 'owner'} side={side} number={one.sides.length > 1 ? i + 1 : null} can={!own} one={one} onDone={onDone} reload={reload} />)}
      {!own && <HandOver outlet={one.outlet.id} name={one.outlet.name} />}
    </>
  );
}

const numbers = ['一', '二', '三', '四', '五'];

function OneSide({ side: { claim, owner }, number, can, ...deciding }: Deciding & { side: Side; number: number | null; can: boolean }) {
  return (
    <Card className='desk-roomy'>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow'>{number === null ? '认领人交的材料' : `第${numbers[number - 1] ?? number}方`}</View>
        {owner && <Tag tone='brand'>现在的店主</Tag>}
      </View>
      {claim === null ? <View className='lz-mute'>还没有交材料。</View> : <Papers claim={claim} licence={deciding.one.outlet.creditCode} />}
      {claim !== null && can && <Decide claim={claim} owner={owner} {...deciding} />}
    </Card>
  );
}

function Papers({ claim: { papers, photos, submittedAt }, licence }: { claim: Sent; licence: string | null }) {
  const same = papers.creditCode !== null && papers.creditCode === licence;
  return (
    <>
      <Rows>
        <Row name='电话'>{papers.phone}</Row>
        <Row name='执照'>{papers.creditCode === null ? '没有填' : `${papers.creditCode}${same ? '（和网点上的一样）' : licence === null ? '' : '（和网点上的不同）'}`}</Row>
        {papers.note !== '' && <Row name='说明'>{papers.note}</Row>}
        <Row name='提交'>{dateTime(submittedAt)}</Row>
      </Rows>
      {photos.length > 0 && <Photos whole pictures={photos.map(({ id, link }) => ({ id, src: link, label: '认领人交的照片' }))} />}
      <Button kind='line' icon='phone' label='打电话核实' onClick={() => dial(papers.phone)} />
    </>
  );
}

function Decide({ claim: { id, revision }, owner, one, onDone, reload }: Deciding & { claim: Sent; owner: boolean }) {
  const [refusing, setRefusing] = useState(false);
  const deciding = useSend('desk.decideClaim');
  const decide = async (decision: 'grant' | 'refuse', reasonCode: string | null, reason: string | null) => {
    const sent = await deciding.run({ id, revision, decision, reasonCode, reason });
    if (sent) onDone(decision === 'grant' ? '已归这一方，都告诉了' : '没有采纳，已告诉对方');
    else reload();
  };
  const grant = async () => {
    const rest = one.sides.length > 1 ? '另一方的会一起退回。' : '';
    if (await confirm({ title: owner ? '店主不变？' : `把「${one.outlet.name}」归这一方？`, text: `${rest}办错了可以撤回。`, yes: '确定', no: '再看看' })) await decide('grant', null, null);
  };
  return (
    <>
      {deciding.error && <Failed error={deciding.error} />}
      {refusing
        ? <Refusing reasons={one.reasons} busy={deciding.busy} onBack={() => setRefusing(false)} onSend={(code, words) => void decide('refuse', code, words)} />
        : (
          <View className='lz-row'>
            <Button grow kind='line' label='不采纳' disabled={deciding.busy} onClick={() => setRefusing(true)} />
            <Button grow label={owner ? '店主不变' : '归这一方'} busy={deciding.busy} onClick={() => void grant()} />
          </View>
        )}
    </>
  );
}
