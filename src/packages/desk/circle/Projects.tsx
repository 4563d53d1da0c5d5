import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { projectStates } from '../../../components/ProjectCard/words';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import { useReturned } from '../../../services/returned';
import { useCall } from '../../../services/useCall';
import { Failed } from '../Failed';
import { deskPages } from '../paths';

/** What the circle is to get: its projects by name, and the way to what it lacks. */
export function Projects({ circle }: { circle: string }) {
  const found = useCall('desk.needs', { circle });
  useReturned(found.reload);
  if (found.error && !found.data) return <Failed error={found.error} />;
  const needs = found.data?.needs ?? [];
  const projects = needs.flatMap((need) => need.projects);
  const open = needs.filter((need) => !need.projects.some(({ state }) => state !== 'dropped')).length;
  return (
    <Card>
      <View className='lz-h'>缺什么，补什么</View>
      {found.data && <View className='lz-mute'>{needs.length === 0 ? '需求清单是空的：还没有清点出缺的，也没有居民说缺。' : `需求清单 ${needs.length} 样，${open === 0 ? '都有项目了' : `${open} 样还没有项目`}。`}</View>}
      {projects.map(({ id, title, state }) => (
        <View key={id} className='circles-line circles-line--tap' onClick={() => go(deskPages.project, { id })} {...a11y({ role: 'link', label: `${title}，${projectStates[state].text}` })}>
          <View className='lz-grow'>{title}</View>
          <Tag tone={projectStates[state].tone}>{projectStates[state].text}</Tag>
        </View>
      ))}
      <Button kind='line' icon='list' label={found.data?.mayMake ? '看需求清单，立项' : '看需求清单'} onClick={() => go(deskPages.projects, { circle })} />
    </Card>
  );
}
