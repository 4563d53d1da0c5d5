import type { ProjectAct } from '../../../../domain/project-moves';
import type { ProjectWhole } from '../../../../types/contract/projects';

export const actWords: Readonly<Record<ProjectAct, string>> = { start: '开始推进', finish: '完成了', drop: '不做了', resume: '重新推进' };
export const entryWords: Readonly<Record<ProjectWhole['history'][number]['act'], string>> = {
  ...actWords, make: '立项', change: '改了项目', note: '进展', milestone: '完成里程碑',
};
