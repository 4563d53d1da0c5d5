import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { ProjectCard } from '../../../components/ProjectCard';
import { needWords } from '../../../components/ProjectCard/words';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { Tag } from '../../../components/Tag';
import { go, replace, useQuery } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import type { Needs, ListedNeed } from '../../../../types/contract/projects';
import '../desk.scss';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';

/** 需求清单 → 项目清单 of one circle: what is wanted and why, and what is planned for it. */
export default function ProjectsPage() {
  const { circle } = useQuery();
  const found = useCall('desk.needs', circle ? { circle } : null);
  usePull(found.reload);
  useReturned(found.reload);
  const back = <Button kind='line' icon='home' label='看八个生活圈' onClick={() => replace(deskPages.circles)} />;
  if (!circle || found.error?.code === 'unknown_place') return <Screen title='需求和项目'><EmptyState icon='home' title='没有这个生活圈' text='链接可能不完整。请从总览里点进来。'>{back}</EmptyState></Screen>;
  return (
    <Screen title='需求和项目' elderSwitch>
      <OfficersOnly of={found} ways={back}>{(needs) => <List needs={needs} />}</OfficersOnly>
    </Screen>
  );
}

function List({ needs: { circle, toward, needs, mayMake, mayCheck } }: { needs: Needs }) {
  const waiting = needs.filter(({ projects }) => !projects.some(({ state }) => state !== 'dropped'));
  return (
    <>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>{circle.name}</View>
      <View className='lz-mute'>每个社区都清点过还没有的、居民在问卷里说缺的、有十人以上等着的，才列在这里。没有清点的不算缺。</View>
      {needs.length === 0
        ? <EmptyState icon='check' title='清单是空的' text={`还没有清点出缺的，也没有居民说缺。${mayCheck ? '先去清点，再回来看。' : '街道和社区清点过，再来看。'}`}>{mayCheck && <Button kind='line' label='去清点' onClick={() => go(deskPages.inventory)} />}</EmptyState>
        : <View className='lz-strong'>{waiting.length === 0 ? `${needs.length} 样，都有项目了。` : `${needs.length} 样，其中 ${waiting.length} 样还没有项目。`}</View>}
      {needs.map((need) => <Need key={need.format.code} circle={circle.code} need={need} toward={toward} mayMake={mayMake} />)}
      {mayMake && <Button kind='line' icon='plus' label='立一个清单外的项目' onClick={() => go(deskPages.project, { circle: circle.code })} />}
      <Button kind='line' icon='person' label='居民看到的样子' onClick={() => go('/packages/about/answered/index', { circle: circle.code })} />
    </>
  );
}

function Need({ circle, need, toward, mayMake }: { circle: string; need: ListedNeed; toward: string | null; mayMake: boolean }) {
  const { format, basic, presence, asked, wished, projects } = need;
  const reasons = [...(presence === 'none' ? ['gap'] : []), ...(asked ? ['asked'] : []), ...(wished === null ? [] : ['wished'])].join(',');
  return (
    <View className='lz-stack'>
      <Card>
        <View className='lz-wrap'>
          <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 3 })}>{format.name}</View>
          <Tag>{basic ? '基本保障' : '品质提升'}</Tag>
        </View>
        {needWords(need, toward).map((sentence) => <View key={sentence}>{sentence}</View>)}
        {mayMake && <Button kind={projects.length === 0 ? 'line' : 'quiet'} label={projects.length === 0 ? '立项' : '再立一个项目'} onClick={() => go(deskPages.project, { circle, format: format.code, reasons })} />}
      </Card>
      {projects.map((project) => <ProjectCard key={project.id} project={project} onClick={() => go(deskPages.project, { id: project.id })} />)}
    </View>
  );
}
