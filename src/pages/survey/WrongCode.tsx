import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { EmptyState, HotlineButton } from '../../components/StateView';
import { LetterEntry } from './LetterEntry';

/** A link to a letter whose code can't be one: something was lost on the way, or typed wrong. */
export function WrongCode({ onLeave }: { onLeave: () => void }) {
  return (
    <Screen title='说满意' tab='survey'>
      <EmptyState icon='warn' title='没有认出信上的码' text='链接里的答卷码不完整。请重新扫一次信上的二维码，或者照着信输入。'>
        <LetterEntry kind='primary' />
        <Button kind='line' label='不用信，看看海报上的问卷' onClick={onLeave} />
        <HotlineButton />
      </EmptyState>
    </Screen>
  );
}
