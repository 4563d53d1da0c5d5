import type { Topic } from '../../../types/contract/shared';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/StateView';
import { Screen } from '../../components/Screen';
import { draftOf } from '../../services/answers/draft';
import { titles } from '../../services/answers/topic';
import { switchTo } from '../../services/navigate';

/** Under 18: thanks, and what else can be done here. Nothing was sent, and nothing stays. */
export function Ending({ words, topic, onBack }: { words: string; topic: Topic; onBack: () => void }) {
  const leave = (tab: 'home' | 'nearby') => {
    draftOf(topic).set(null);
    switchTo(tab);
  };
  return (
    <Screen title={titles[topic]} elderSwitch onBack={onBack}>
      <EmptyState icon='check-bubble' title='到这里就好' text={`${words}刚才选的没有发出去。`}>
        <Button label='看看附近有什么' onClick={() => leave('nearby')} />
        <Button kind='line' label='回生活圈' onClick={() => leave('home')} />
        <Button kind='quiet' label='年龄点错了，回去改' onClick={onBack} />
      </EmptyState>
    </Screen>
  );
}
