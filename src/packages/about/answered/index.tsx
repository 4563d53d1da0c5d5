import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { ShareButton } from '../../../components/Button/Share';
import { saidWords } from '../../../components/Needs/words';
import { ProjectCard } from '../../../components/ProjectCard';
import { Screen } from '../../../components/Screen';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { go, switchTo, useQuery } from '../../../services/navigate';
import { usePlace } from '../../../services/place';
import { usePull } from '../../../services/pull';
import { useShare } from '../../../services/share';
import { useCall } from '../../../services/useCall';
import type { Answered } from '../../../../types/contract/projects';

/** 您说缺什么，我们补什么: what was asked for in a circle, what is planned, what is done. For anyone, without a login. */
export default function AnsweredPage() {
  const query = useQuery();
  const own = usePlace()?.circle;
  const circle = query.circle ?? own;
  const found = useCall('desk.answered', circle ? { circle } : null, { cacheKey: circle });
  usePull(found.reload);
  const card = { title: `${found.data?.circle.name ?? '生活圈'}：您说缺什么，我们补什么`, path: `/packages/about/answered/index${circle ? `?circle=${circle}` : ''}` };
  useShare(card);
  const home = <Button kind='line' icon='home' label='回生活圈首页' onClick={() => switchTo('home')} />;
  if (!circle || found.error?.code === 'unknown_place') return <Screen title='缺什么，补什么'><EmptyState icon='home' title='没有这个生活圈' text='请在首页先选您住的社区。'>{home}</EmptyState></Screen>;
  return (
    <Screen title='缺什么，补什么' elderSwitch>
      <Loaded of={found} ways={home}>
        {(answered) => (
          <>
            <List answered={answered} />
            <View className='lz-mute'>{`${dateTime(answered.asOf)} 的情况。列的是居民说缺的、在等的，和已经定了要补的；没有列的，不是说不缺。`}</View>
            <Button kind='line' label='每个圈建到哪了' onClick={() => go('/packages/about/progress/index')} />
            <ShareButton label='转给邻居' card={card} />
            <HotlineButton />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function List({ answered: { circle, needs } }: { answered: Answered }) {
  const done = needs.flatMap(({ projects }) => projects).filter(({ state }) => state === 'done').length;
  const open = needs.flatMap(({ projects }) => projects).filter(({ state }) => state === 'planned' || state === 'going').length;
  return (
    <>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>{`${circle.name}：您说缺什么，我们补什么`}</View>
      {needs.length === 0
        ? <EmptyState icon='list' title='还没有项目' text='居民说缺的、要补的，定下来以后会写在这里。缺什么，可以在首页的「说说缺什么」里说；想要哪种店，可以在「附近」里找不到时点「有了告诉我」。' />
        : <View className='lz-strong'>{`正在补的 ${open} 个，已经补上的 ${done} 个。`}</View>}
      {needs.map(({ format, missing, asked, wished, projects }) => (
        <View key={format.code} className='lz-stack'>
          <View className='lz-h' {...a11y({ role: 'heading', level: 3 })}>{format.name}</View>
          {asked && <View>{`问卷里，${saidWords(asked.need)}。`}</View>}
          {wished !== null && <View>{`有 ${wished} 位居民在等。`}</View>}
          {missing && !projects.some(({ state }) => state === 'done') && <View className='lz-mute'>每个社区都清点过，现在没有。</View>}
          {projects.length === 0 ? <View className='lz-mute'>还没有定怎么补。</View> : projects.map((project) => <ProjectCard key={project.id} project={project} />)}
        </View>
      ))}
    </>
  );
}
