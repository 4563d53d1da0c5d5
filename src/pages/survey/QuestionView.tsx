import { View } from '@tarojs/components';
import { isRow } from '../../../domain/questionnaire-items';
import type { AnswerValue } from '../../../types/contract/survey';
import type { Question } from '../../../types/rules';
import { a11y } from '../../components/a11y';
import { MultipleChoice, SingleChoice } from '../../components/Choice/Group';
import { Ranking } from '../../components/Choice/Ranking';
import { TextArea } from '../../components/Field';
import { Icon } from '../../components/Icon';
import type { Draft, DraftCommunity } from '../../services/answers/draft';
import { remarkHint } from './remark';
import { CommunityQuestion } from './CommunityQuestion';
import { shownOptions } from './scale';

interface Props {
  readonly question: Question;
  readonly value: AnswerValue | undefined;
  readonly community: DraftCommunity;
  /** Who checks what she writes. */
  readonly remarkCheck: Draft['remarkCheck'];
  /** She was sent back here because it has no answer yet. */
  readonly unanswered: boolean;
  /** The scale runs from the other end. */
  readonly reversed: boolean;
  readonly onAnswer: (value: AnswerValue | undefined) => void;
  /** The community is not hers to change: a letter or a helper's link brought it. */
  readonly placedBy: 'letter' | 'assist' | null;
  readonly onCommunity: (community: DraftCommunity) => void;
}

export const idOf = (question: string) => `lz-question-${question}`;

/** One question with its answers. */
export function QuestionView({ question, value, community, remarkCheck, unanswered, reversed, placedBy, onAnswer, onCommunity }: Props) {
  const { text, hint, kind } = question;
  return (
    <View id={idOf(question.id)} className='lz-survey__question'>
      <View className='lz-survey__text' {...a11y({ role: 'heading', level: 2 })}>{text}</View>
      {hint && <View className='lz-mute'>{hint}</View>}
      {unanswered && <View className='lz-survey__missing' {...a11y({ role: 'status' })}><Icon name='warn' size='small' /><View>这一题还没有答</View></View>}
      {kind === 'community' && <CommunityQuestion label={text} community={community} placedBy={placedBy} onChoose={onCommunity} />}
      {kind === 'single' && <SingleChoice label={text} options={options(question, reversed)} value={typeof value === 'string' ? value : null} pairs={isRow(question)} onChange={onAnswer} />}
      {kind === 'rank' && <Ranking label={text} options={options(question, false)} value={Array.isArray(value) ? value : []} most={question.most ?? 1} onChange={(codes) => onAnswer(codes.length === 0 ? undefined : codes)} />}
      {kind === 'multiple' && (
        <MultipleChoice label={text} options={options(question, false)} value={Array.isArray(value) ? value : []} most={question.most} onChange={(codes) => onAnswer(codes.length === 0 ? undefined : codes)} />
      )}
      {kind === 'text' && (
        <TextArea
          label='写在这里' optional longest={question.longest}
          hint={remarkHint(remarkCheck)}
          value={typeof value === 'string' ? value : ''} onChange={(words) => onAnswer(words === '' ? undefined : words)}
        />
      )}
    </View>
  );
}

/** 不清楚、没用过 and the like stand apart from the scale, and after it whichever way it runs. */
const options = (question: Question, reversed: boolean) =>
  shownOptions(question, reversed).map(({ code, text, exclusive, score }) => ({ code, text, exclusive, quiet: score === null }));
