import { topics } from '../../../domain/topic';
import type { Topic } from '../../../types/contract/shared';
import { SingleChoice } from '../../components/Choice/Group';
import { answered, topicOfAnswer, type Answered } from '../../services/answers/answered';
import { draftOf } from '../../services/answers/draft';
import { shownTopic, titles } from '../../services/answers/topic';
import { placeInput, placeKey, usePlace } from '../../services/place';
import { useCall } from '../../services/useCall';

/** Both questionnaires of this place with how far she is in each, where 有什么、缺什么 runs or was begun; one of them is shown below. */
export function Rounds() {
  const place = usePlace();
  const home = useCall('survey.home', place && placeInput(place), { cacheKey: placeKey(place) });
  const shown = shownTopic.use() ?? 'satisfaction';
  const done = answered.use() ?? [];
  const begun: Readonly<Record<Topic, boolean>> = { satisfaction: draftOf('satisfaction').use() !== null, needs: draftOf('needs').use() !== null };
  const { running = null, needs } = home.data ?? {};
  const ids: Readonly<Record<Topic, string | undefined>> = { satisfaction: running?.id, needs: needs?.running?.id };
  const answeredNeeds = done.some((one) => topicOfAnswer(one) === 'needs' && Date.now() < Date.parse(one.round.closesAt));
  if (!ids.needs && !begun.needs && !answeredNeeds && shown === 'satisfaction') return null;
  return (
    <SingleChoice
      pairs label='两份问卷，看哪一份' value={shown} onChange={(topic) => shownTopic.set(topic as Topic)}
      options={topics.map((topic) => ({ code: topic, text: titles[topic], hint: begun[topic] ? '填了一半' : isDone(done, topic, ids[topic]) ? '已答' : ids[topic] ? '还没有答' : '没有在进行' }))}
    />
  );
}

const isDone = (done: readonly Answered[], topic: Topic, round: string | undefined) => done.some((one) => one.round.id === round && topicOfAnswer(one) === topic && !one.withdrawn);
