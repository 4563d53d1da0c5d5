/** What is said of a project: on pages, to officers and residents alike, and in the report. */
import type { ProjectLine } from '../types/contract/projects';

export const projectStateWords: Readonly<Record<ProjectLine['state'], string>> = { planned: '计划中', going: '推进中', done: '已完成', dropped: '不做了' };
export const projectKinds: Readonly<Record<ProjectLine['kind'], string>> = { build: '新建', renovate: '改造', attract: '引进', combine: '一店多能' };
export const fundingWords: Readonly<Record<ProjectLine['funding'], string>> = { government: '政府出资', enterprise: '企业出资', both: '政府和企业一起出资' };
export const reasonWords: Readonly<Record<ProjectLine['reasons'][number], string>> = { gap: '清点时没有', asked: '居民在问卷里说缺', wished: '居民在等' };

/** 新建 · 维修点 · 区住建局负责 · 企业出资，申报省级资金 */
export const projectFacts = ({ kind, format, department, funding, provincial }: ProjectLine): string =>
  `${projectKinds[kind]} · ${format.name} · ${department.name}负责 · ${fundingWords[funding]}${provincial ? '，申报省级资金' : ''}`;

export const milestoneWords = ({ name, due, doneOn, late }: ProjectLine['milestones'][number]): string =>
  (doneOn !== null ? `${name}：${doneOn} 完成` : late ? `${name}：应在 ${due} 完成，晚了` : `${name}：${due} 前`);
