import { View } from '@tarojs/components';
import type { ProjectLine } from '../../../types/contract/projects';
import { a11y } from '../a11y';
import { Card } from '../Card';
import { DemoMark, Tag } from '../Tag';
import { milestoneWords, projectFacts, projectStates, reasonWords } from './words';
import './index.scss';

/** A project as everybody may read it. */
export function ProjectCard({ project, level = 3, onClick }: { project: ProjectLine; /** Of its heading on the page. */ level?: 2 | 3; onClick?: () => void }) {
  const { title, state, reasons, note, because, milestones, changedOn, demo } = project;
  return (
    <Card {...(onClick ? { onClick } : {})}>
      <View className='lz-wrap'>
        <View className='lz-strong lz-grow' {...a11y({ role: 'heading', level })}>{title}</View>
        <Tag tone={projectStates[state].tone}>{projectStates[state].text}</Tag>
        <DemoMark demo={demo} />
      </View>
      <View className='lz-mute'>{projectFacts(project)}</View>
      {reasons.length > 0 && <View className='lz-mute'>{`为什么做：${reasons.map((reason) => reasonWords[reason]).join('、')}`}</View>}
      <View className='lz-project__words'>{note}</View>
      {because !== null && <View className='lz-project__words'>{state === 'dropped' ? `为什么不做了：${because}` : `重新推进：${because}`}</View>}
      {milestones.map((milestone) => (
        <View key={milestone.number} className={milestone.late ? 'lz-project__step lz-project__step--late' : 'lz-project__step'}>{milestoneWords(milestone)}</View>
      ))}
      <View className='lz-mute'>{`${changedOn} 更新`}</View>
    </Card>
  );
}
