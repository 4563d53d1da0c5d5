import { useState } from 'react';
import { Button } from '../../../components/Button';
import { ProjectCard } from '../../../components/ProjectCard';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { go, replace, useQuery } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import type { ProjectWhole } from '../../../../types/contract/projects';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Form } from './Form';
import { draftOf, newDraft } from './draft';
import { History } from './History';
import { Moves } from './Moves';
import { Noting } from './Noting';

/** One project; without `id` a new one for a circle, begun from a line of its needs. */
export default function ProjectPage() {
  const { id, circle, format, reasons } = useQuery();
  return id === undefined && circle ? <NewProject circle={circle} format={format ?? ''} reasons={reasons ?? ''} /> : <Kept id={id} />;
}

function NewProject({ circle, format, reasons }: { circle: string; format: string; reasons: string }) {
  const choices = useCall('desk.needs', { circle });
  return (
    <Screen title='立项' elderSwitch>
      <OfficersOnly of={choices}>
        {(needs) => <Form needs={needs} draft={newDraft(circle, format, reasons)} seen={0} onSaved={(made) => replace(deskPages.project, { id: made })} />}
      </OfficersOnly>
    </Screen>
  );
}

function Kept({ id }: { id: string | undefined }) {
  const found = useCall('desk.project', id === undefined ? null : { id });
  const [changing, change] = useState(false);
  usePull(found.reload);
  const back = <Button kind='line' icon='home' label='看八个生活圈' onClick={() => replace(deskPages.circles)} />;
  if (id === undefined || found.error?.code === 'not_found' || found.error?.who === '输入') return <Screen title='项目'><EmptyState icon='list' title='没有这个项目' text='链接可能不完整。请从生活圈里点进来。'>{back}</EmptyState></Screen>;
  return (
    <Screen title='项目' elderSwitch>
      <OfficersOnly of={found} ways={back}>
        {(whole) => (changing
          ? <Changing whole={whole} onBack={() => change(false)} onSaved={() => { change(false); found.reload(); }} />
          : <Whole key={whole.version} whole={whole} onChange={() => change(true)} onDone={found.reload} />)}
      </OfficersOnly>
    </Screen>
  );
}

function Whole({ whole, onChange, onDone }: { whole: ProjectWhole; onChange: () => void; onDone: () => void }) {
  const { project, mayChange, mayNote } = whole;
  return (
    <>
      <ProjectCard project={project} level={2} />
      {mayNote && <Noting project={project} onDone={onDone} />}
      <Moves whole={whole} onDone={onDone} />
      {mayChange && <Button kind='line' icon='edit' label='改项目' onClick={onChange} />}
      <History history={whole.history} />
      <Button kind='quiet' label={`${project.circle.name}的需求和项目`} onClick={() => go(deskPages.projects, { circle: project.circle.code })} />
    </>
  );
}

function Changing({ whole: { project, version }, onBack, onSaved }: { whole: ProjectWhole; onBack: () => void; onSaved: () => void }) {
  const choices = useCall('desk.needs', { circle: project.circle.code });
  return (
    <OfficersOnly of={choices}>
      {(needs) => (
        <>
          <Form needs={needs} draft={draftOf(project)} seen={version} onSaved={onSaved} />
          <Button kind='quiet' label='先不改' onClick={onBack} />
        </>
      )}
    </OfficersOnly>
  );
}
