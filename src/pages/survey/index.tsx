import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { refreshAnswers } from '../../services/answers/clear';
import { draftOf, isExpired, type Draft } from '../../services/answers/draft';
import { deliver, outbox } from '../../services/answers/outbox';
import { slip } from '../../services/answers/slip';
import { shownTopic } from '../../services/answers/topic';
import { isSameWay, way } from '../../services/answers/way';
import { Asking } from './Asking';
import { Front } from './Front';
import { Resume } from './Resume';
import { Sending } from './Sending';
import { SlipView } from './SlipView';
import { useShownLink } from './useShownLink';
import { WrongCode } from './WrongCode';
import './index.scss';

/** The questionnaire: on its way, being filled in, begun and left, or not begun. */
export default function SurveyPage() {
  const topic = shownTopic.use() ?? 'satisfaction';
  const filled = draftOf(topic).use();
  const waiting = outbox.use();
  const paper = slip.use();
  const by = way.use();
  const [asking, setAsking] = useState(false);
  const [misread, forgive] = useShownLink();
  useDidShow(() => {
    refreshAnswers();
    void deliver();
  });
  // typed in here after a link could not be read
  useEffect(() => {
    if (by !== null) forgive();
  }, [by, forgive]);

  if (waiting) return <Sending waiting={waiting} />;
  if (paper) return <SlipView of={paper} />;
  if (misread) return <WrongCode onLeave={forgive} />;
  if (filled && needsNewText(filled)) return <Front old={filled} onStart={() => setAsking(true)} />;
  if (filled && isOver(filled)) return <Resume filled={filled} over onGoOn={() => undefined} />;
  if (filled && asking) return <Asking filled={filled} onLeave={() => setAsking(false)} />;
  if (filled) return <Resume filled={filled} over={false} other={by !== null && !isSameWay(by, filled.way ?? null)} onGoOn={() => setAsking(true)} />;
  return <Front old={null} onStart={() => setAsking(true)} />;
}

const isOver = (filled: Draft) => filled.refused?.code === 'round_closed' || isExpired(filled, Date.now());
const needsNewText = ({ refused }: Draft) => refused?.code === 'ticket_invalid' || refused?.code === 'unknown_questionnaire';
