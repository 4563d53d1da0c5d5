/** What is said of a project, to officers and residents alike. Pure. */
import { projectStateWords } from '../../../domain/project-words';
import type { ListedNeed, ProjectLine } from '../../../types/contract/projects';
import { saidWords } from '../Needs/words';
import type { Tone } from '../Tag';

export { fundingWords, milestoneWords, projectFacts, projectKinds, reasonWords } from '../../../domain/project-words';

export const projectStates: Readonly<Record<ProjectLine['state'], { readonly text: string; readonly tone: Tone }>> = {
  planned: { text: projectStateWords.planned, tone: 'plain' }, going: { text: projectStateWords.going, tone: 'amber' }, done: { text: projectStateWords.done, tone: 'brand' }, dropped: { text: projectStateWords.dropped, tone: 'plain' },
};
/** Why a format is on the list; a sentence each. */
export const needWords = ({ presence, toward, asked, wished }: Pick<ListedNeed, 'presence' | 'toward' | 'asked' | 'wished'>, type: string | null): string[] => [
  ...(asked ? [`问卷里，${saidWords(asked.need)}`] : []),
  ...(wished === null ? [] : [`有 ${wished} 人关注着，开了就告诉他们`]),
  ...(presence === 'none' ? ['每个社区都清点过，没有'] : presence === 'unverified' ? ['有登记，还没有去核实'] : presence === 'there' ? ['核实过有'] : ['还没有清点完，有没有不好说']),
  ...(toward && type !== null ? [`到「${type}」还差它`] : []),
];
