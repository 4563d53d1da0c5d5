/** What the kinds of cases are called, what they say in a list, where each is decided, and how its clock is told. */
import type { Tone } from '../../components/Tag';
import type { CaseRow } from '../../../types/contract/desk';
import { deskPages } from './paths';

type Kind = CaseRow['kind'];
export const caseWords: Readonly<Record<Kind, { readonly name: string; readonly line: (row: Pick<CaseRow, 'community' | 'count'>) => string }>> = {
  registration: { name: '登记', line: ({ community }) => community?.name ?? '' },
  claim: { name: '认领', line: ({ community }) => community?.name ?? '' },
  dispute: { name: '争议', line: ({ community, count }) => `${community?.name ?? ''} · ${count} 方交了材料` },
  correction: { name: '反映', line: ({ community, count }) => `${community?.name ?? ''} · ${count} 条反映` },
  photo: { name: '照片', line: ({ count }) => `${count} 张，看过才公开` },
  text: { name: '评价', line: ({ community, count }) => `${community?.name ?? ''} · ${count} 段文字要看` },
  witness: { name: '社区见证', line: ({ count }) => `${count} 家没有执照的，要上门见证` },
  stale: { name: '待确认', line: ({ count }) => `${count} 家很久没有确认了` },
};

/** Null: nothing to open. */
export const pageOfCase = ({ kind, id }: Pick<CaseRow, 'kind' | 'id'>): { readonly path: string; readonly query: Record<string, string> } | undefined => {
  if (kind === 'registration') return { path: deskPages.review, query: { id } };
  if (kind === 'claim' || kind === 'dispute' || kind === 'correction') return { path: deskPages.case, query: { kind, id } };
  if (kind === 'text') return { path: deskPages.text, query: { id } };
  if (kind === 'stale') return { path: deskPages.review, query: { stale: id } };
  if (kind === 'witness') return { path: deskPages.walk, query: { community: id } };
  if (kind === 'photo') return { path: deskPages.photos, query: {} };
  return undefined;
};

/** 还有 5 小时 · 还有 3 天 · 超期 2 天 */
export const leftWords = (hours: number): { readonly text: string; readonly tone: Tone } => {
  const size = Math.abs(hours);
  const time = size < 1 ? '不到 1 小时' : size < 48 ? `${size} 小时` : `${Math.floor(size / 24)} 天`;
  return hours < 0 ? { text: `超期 ${time}`, tone: 'red' } : { text: `还有 ${time}`, tone: hours < 24 ? 'amber' : 'plain' };
};
