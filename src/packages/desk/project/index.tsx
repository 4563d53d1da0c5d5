import { useState } from 'react';
import { Button } from '../../../components/Button';
import { ProjectCard } from '../../../components/ProjectCard';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { backOrHome, go, replace, useQuery } from '../../../services/navigate';
import { usePull } from '../../../services/pull';
import { useCall } from '../../../services/useCall';
import type { ProjectWhole } from '../../../../types/contract/projects';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { useLeave } from '../useLeave';
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
  const leaving = useLeave(backOrHome, { onPage: false });
  return (
    <Screen title='立项' elderSwitch onBack={leaving.back}>
      <OfficersOnly of={choices}>
        {(needs) => <Form needs={needs} draft={newDraft(circle, format, reasons)} seen={0} onType={leaving.type} onChanged={choices.reload} onSaved={(made) => leaving.to(() => replace(deskPages.project, { id: made }))} />}
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
  const close = () => {
    change(false);
    found.reload();
  };
  if (changing && found.data?.mayChange) return <Changing whole={found.data} onChanged={found.reload} onClose={close} />;
  return (
    <Screen title='项目' elderSwitch>
      <OfficersOnly of={found} ways={back}>
        {(whole) => <Whole key={whole.history[0]?.at} whole={whole} onChange={() => change(true)} onDone={found.reload} />}
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

function Changing({ whole: { project, version }, onChanged, onClose }: { whole: ProjectWhole; onChanged: () => void; onClose: () => void }) {
  const choices = useCall('desk.needs', { circle: project.circle.code });
  const leaving = useLeave(onClose, { onPage: true });
  return (
    <Screen title='改项目' elderSwitch onBack={leaving.back}>
      <OfficersOnly of={choices}>
        {(needs) => (
          <>
            <Form needs={needs} draft={draftOf(project)} seen={version} onType={leaving.type} onChanged={onChanged} onSaved={() => leaving.to(onClose)} />
            <Button kind='quiet' label='先不改' onClick={leaving.back} />
          </>
        )}
      </OfficersOnly>
    </Screen>
  );
}
