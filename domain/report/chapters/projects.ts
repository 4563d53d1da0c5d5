/** 项目清单: what each circle is to get, as it stood when the snapshot was made. */
import { milestoneWords, projectFacts, projectStateWords, reasonWords } from '../../project-words';
import { say, words, type Block } from '../blocks';
import { placesOf, shortName, type ReportGiven } from '../given';

export const projects = (given: ReportGiven): Block[] => {
  const start: Block[] = [{ kind: 'heading', level: 1, text: '项目清单' }];
  const { record } = given.sheet;
  if (!record) return [...start, say('这个快照没有一起定下项目，所以这里没有内容。')];
  if (record.projects.length === 0) return [...start, say('到这个快照为止，还没有记下项目。')];
  const order = placesOf(given, 'circle').map(({ id }) => id);
  const inOrder = [...record.projects].sort((a, b) => order.indexOf(a.circle.code) - order.indexOf(b.circle.code));
  return [
    ...start,
    say('需求转成的项目，由区里和责任部门记；「为什么」是记项目时的依据，进展按里程碑写。'),
    {
      kind: 'table', headings: ['生活圈', '项目', '为什么', '状态', '里程碑'], widths: [3, 7, 4, 4, 6],
      rows: inOrder.map((project) => [
        words(shortName(project.circle.name)), words(`${project.title}：${projectFacts(project)}${project.demo ? '（演示）' : ''}`), words(project.reasons.map((reason) => reasonWords[reason]).join('、') || '没有写'),
        words(`${projectStateWords[project.state]}${project.because === null ? '' : `：${project.because}`}`), words(project.milestones.map(milestoneWords).join('；') || '没有'),
      ]),
    },
  ];
};
