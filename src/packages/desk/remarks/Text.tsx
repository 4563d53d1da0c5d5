import { View } from '@tarojs/components';
import type { RemarkReason, RemarkState } from '../../../../types/contract/desk';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Tag } from '../../../components/Tag';
import { Failed } from '../Failed';
import { reasonText } from './words';
import type { Decided, Decisions, Place } from './useDecisions';

interface Props {
  readonly at: Place;
  readonly text: string | null;
  readonly reason: RemarkReason | null;
  readonly list: RemarkState;
  readonly decisions: Decisions;
  readonly onRefuse: (at: Place) => void;
}

/** One text, and what may be done with it. Nothing says who, where or when. */
export function Text({ at, text, reason, list, decisions, onRefuse }: Props) {
  const decided = decisions.of(at);
  const error = decisions.errorOf(at);
  const busy = decisions.isBusy(at);
  return (
    <View className='desk-remark' {...a11y({ role: 'group', label: `第 ${at.place} 条` })}>
      {list === 'refused'
        ? <View>{reason && reasonText(reason)}</View>
        : <View className='desk-any'>{text ?? '这一条打不开：服务器上没有打开它的密钥。'}</View>}
      {error && <Failed error={error} />}
      {decided ? <Outcome decided={decided} /> : text !== null && list === 'held' ? (
        <View className='desk-remark__ways'>
          <Button kind='line' grow label='不公开' disabled={decisions.busy} onClick={() => onRefuse(at)} />
          <Button kind='line' grow label='可以公开' busy={busy} disabled={decisions.busy} onClick={() => void decisions.decide(at, 'held', null)} />
        </View>
      ) : text !== null && list === 'passed' && <Button kind='quiet' label='改为不公开' disabled={decisions.busy} onClick={() => onRefuse(at)} />}
    </View>
  );
}

function Outcome({ decided }: { decided: Decided }) {
  return (
    <View className='lz-row' {...a11y({ role: 'status' })}>
      {decided === 'elsewhere' ? <Tag>同事刚刚处理过了</Tag> : decided === 'passed' ? <Tag tone='brand'>可以公开</Tag> : <Tag tone='amber'>{`不公开：${reasonText(decided)}`}</Tag>}
    </View>
  );
}
