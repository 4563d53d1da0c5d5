import { View } from '@tarojs/components';
import { lengthOf } from '../../../domain/questionnaire-items';
import type { Output } from '../../../types/contract';
import type { Questionnaire } from '../../../types/rules';
import { a11y } from '../../components/a11y';
import { Approval } from '../../components/Approval';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { lastDayOf } from '../../components/Round/days';
import { HotlineButton } from '../../components/StateView';
import { DemoMark, Tag } from '../../components/Tag';
import { way, type Way } from '../../services/answers/way';
import { go, switchTo } from '../../services/navigate';
import { LetterEntry } from './LetterEntry';
import { introLine } from './pressure';

interface Props {
  readonly begun: Output<'survey.begin'>;
  readonly by: Way | null;
  /** Answers of an older draft will be used again. */
  readonly carries: boolean;
  readonly onStart: () => Promise<void>;
}

/** What the questionnaire is and on which conditions; she begins or not. */
export function Intro({ begun: { round, questionnaire, oversight, community, remaining }, by, carries, onStart }: Props) {
  if (questionnaire === null) return null;
  const facts = [
    lengthWords(questionnaire as unknown as Questionnaire),
    '不记名，不要姓名、电话和定位',
    '和您有关的，答卷上只有社区和年龄段',
    by?.kind === 'letter' ? '抽样，一封信一份' : by?.kind === 'assist' ? `协助填写，还可以帮 ${remaining ?? 0} 位` : `${round.source === 'drawn' ? '抽样' : '自愿参与'}，每人每轮一份`,
    `${lastDayOf(round.closesAt)}截止；中途可以停下，填好的会存在手机上`,
    '交了以后改变主意，截止前可以撤回重填，别人看不出来',
  ];
  const leave = () => {
    if (by !== null) way.set(null);
    switchTo('home');
  };
  return (
    <>
      {carries && <Notice>问卷已更新。您先前填的，能用的都会留着。</Notice>}
      {by && <WayCard by={by} />}
      <Card>
        <View className='lz-wrap'>
          <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{questionnaire.title}</View>
          <DemoMark demo={round.demo} />
        </View>
        <View className='lz-wrap'><View className='lz-mute'>{`${round.title} · ${community.name}`}</View><Tag>{`问卷：${questionnaire.status}`}</Tag></View>
        <Approval of={questionnaire.approval} />
        <View className='lz-survey__opening'>{questionnaire.opening}</View>
      </Card>
      <Card>
        {facts.map((fact) => <View key={fact} className='lz-survey__fact'><View className='lz-survey__dot' {...a11y({ hidden: true })} /><View className='lz-grow'>{fact}</View></View>)}
        <View className='lz-link' onClick={() => go('/packages/about/privacy/index')} {...a11y({ role: 'link' })}>答卷怎么保存</View>
      </Card>
      <Button label={carries ? '接着填' : '开始'} onClick={() => void onStart()} />
      <Button kind='line' label={by?.kind === 'assist' ? '不帮了' : '不参加'} onClick={leave} />
      {by === null && round.letters && <LetterEntry />}
      <View className='lz-mute'>{introLine(oversight)}</View>
      <HotlineButton />
    </>
  );
}

/** Questions that ask on about what she said are not in the number. */
const lengthWords = (q: Questionnaire) => (q.needs ? `约 ${q.minutes} 分钟，${lengthOf(q)} 题左右，大多点一下就行` : `约 ${q.minutes} 分钟，最多 ${lengthOf(q)} 题`);

const ways: Readonly<Record<Way['kind'], { readonly title: string; readonly text: string }>> = {
  letter: { title: '您家收到了信', text: '请家里 18 岁以上、下一个过生日的人来答。您家的看法代表许多没有抽到的人家。' },
  assist: { title: '您在帮别人填', text: '请念给老人听，或把手机拿给老人看，照老人的意思选，不要替老人拿主意。填完把回执号和撤回码抄在纸条上交给老人。' },
  again: { title: '重新填一份', text: '原来那份已经撤回，这一份代替它。' },
};

/** How this answer comes, and what follows for whoever holds the phone. */
function WayCard({ by }: { by: Way }) {
  const { title, text } = ways[by.kind];
  return (
    <Card>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>{title}</View>
      <View>{text}</View>
    </Card>
  );
}
