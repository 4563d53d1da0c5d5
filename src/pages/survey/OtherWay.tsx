import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { EmptyState, HotlineButton } from '../../components/StateView';
import { way, type Way } from '../../services/answers/way';
import type { ApiError } from '../../../types/errors';
import { LetterEntry } from './LetterEntry';

const titles: Readonly<Partial<Record<ApiError['code'], string>>> = {
  letter_unknown: '没有这个答卷码', already_answered: '这封信已经答过', assist_spent: '份数用完了', assist_unknown: '协助链接不对',
  round_not_open: '这一轮还没有开始', round_closed: '这一轮已经结束', not_withdrawn: '原来那份还没有撤回',
};

/** A letter, a helper's token or a withdrawn answer that leads nowhere: why, and the ways on. */
export function OtherWay({ by, error }: { by: Way; error: ApiError }) {
  const say = by.kind === 'letter' && error.code === 'already_answered' ? '每封信只能答一份，已经收到一份了。不是您家里人答的？请拨打服务电话。' : error.say;
  return (
    <Screen title='说满意' tab='survey'>
      <EmptyState icon='warn' title={titles[error.code] ?? '这一份现在填不了'} text={say}>
        {by.kind === 'letter' && <LetterEntry label='重新输入答卷码' kind={error.code === 'letter_unknown' ? 'primary' : 'line'} />}
        <Button kind='line' label={by.kind === 'assist' ? '不用协助链接' : '不用信，看看海报上的问卷'} onClick={() => way.set(null)} />
        <HotlineButton />
      </EmptyState>
    </Screen>
  );
}
