import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { Question } from '../../../types/rules';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Icon } from '../../components/Icon';
import { Screen } from '../../components/Screen';
import { HotlineButton } from '../../components/StateView';
import { remarkForWeChat, topicOfDraft, type Draft } from '../../services/answers/draft';
import { titles } from '../../services/answers/topic';
import { PressureLink } from './PressureLink';
import { remarkGoesOut } from './remark';

interface Props {
  readonly filled: Draft;
  readonly questions: readonly Question[];
  readonly open: ReadonlySet<string>;
  readonly refused: ReactNode;
  readonly onJump: (question: string) => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
  readonly onSubmit: () => void;
}

/** A last look at every answer before it is sent; what is missing comes first. */
export function Review({ filled, questions, open, refused, onJump, onBack, onLeave, onSubmit }: Props) {
  const missing = questions.filter(({ id }) => open.has(id));
  const first = missing[0];
  return (
    <Screen
      title={titles[topicOfDraft(filled)]} elderSwitch onBack={onLeave}
      footer={
        <>
          <Button kind='line' grow label='上一题' onClick={onBack} />
          {first ? <Button grow label='去补上' onClick={() => onJump(first.id)} /> : <Button grow label='提交' onClick={onSubmit} />}
        </>
      }
    >
      {refused}
      <Card>
        <View className='lz-title' {...a11y({ role: 'heading', level: 2 })}>{first ? `还有 ${missing.length} 题没有答` : '都答好了'}</View>
        <View className='lz-mute'>{first ? '点一下题目就能去补。' : '看一看对不对，点题目可以改。提交以后不能直接改，只能整份撤回重填。'}</View>
      </Card>
      <View className='lz-rows'>
        {[...missing, ...questions.filter(({ id }) => !open.has(id))].map((question) => (
          <View key={question.id} className='lz-rows__row' onClick={() => onJump(question.id)} {...a11y({ role: 'link' })}>
            <View className='lz-grow'>
              <View className='lz-mute'>{`${questions.indexOf(question) + 1}. ${question.text}`}</View>
              {open.has(question.id)
                ? <View className='lz-survey__missing'><Icon name='warn' size='small' /><View>没有答</View></View>
                : <View className='lz-survey__said'>{answerText(question, filled)}</View>}
            </View>
            <Icon name='next' size='small' />
          </View>
        ))}
      </View>
      {remarkForWeChat(filled, filled.answers) && <View className='lz-mute'>{remarkGoesOut}</View>}
      <PressureLink filled={filled} />
      <HotlineButton />
    </Screen>
  );
}

function answerText({ id, kind, options = [] }: Question, { answers, community }: Draft): string {
  const value = answers[id];
  if (kind === 'community') return community.name;
  if (value === undefined) return kind === 'rank' ? '没有点' : '没有写';
  if (kind === 'text') return String(value);
  if (kind === 'rank') return [...value].map((code, at) => `${at + 1}. ${options.find((option) => option.code === code)?.text ?? ''}`).join('　');
  const codes = typeof value === 'string' ? [value] : value;
  return options.filter(({ code }) => codes.includes(code)).map(({ text }) => text).join('、');
}
