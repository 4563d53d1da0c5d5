/** A project while it is being written. Pure. */
import { uuid } from '../../../services/ids';
import type { Input } from '../../../../types/contract';
import type { ProjectLine } from '../../../../types/contract/projects';

export type Draft = Omit<Input<'desk.saveProject'>, 'sending' | 'seen' | 'kind' | 'funding' | 'milestones'> & {
  readonly kind: ProjectLine['kind'] | null;
  readonly funding: ProjectLine['funding'] | null;
  /** `key`: of the line on the screen. `doneOn`: such a one stays as it is. */
  readonly milestones: readonly { readonly key: string; readonly number: number | null; readonly name: string; readonly due: string; readonly doneOn: string | null }[];
};

const reasons: readonly ProjectLine['reasons'][number][] = ['gap', 'asked', 'wished'];

/** `why`: reasons by their codes, with commas between. */
export const newDraft = (circle: string, format: string, why: string): Draft => ({
  id: uuid(), circle, format, kind: null, title: '', department: '', funding: null, provincial: false, reasons: reasons.filter((reason) => why.split(',').includes(reason)), note: '', milestones: [],
});

export const draftOf = ({ id, circle, format, kind, title, department, funding, provincial, reasons: why, note, milestones }: ProjectLine): Draft => ({
  id, circle: circle.code, format: format.code, kind, title, department: department.code, funding, provincial, reasons: why, note,
  milestones: milestones.map(({ number, name, due, doneOn }) => ({ key: String(number), number, name, due, doneOn })),
});

/** What she changed in `draft` since `before`, laid over what stands `now`. A line that was taken out meanwhile and that she changed is a new one. */
export const rebased = (draft: Draft, before: Draft, now: Draft): Draft => {
  const kept = Object.fromEntries((Object.keys(draft) as (keyof Draft)[]).filter((key) => key !== 'milestones' && !same(draft[key], before[key])).map((key) => [key, draft[key]]));
  const of = (all: Draft['milestones'], key: string) => all.find((one) => one.key === key);
  const standing = now.milestones.flatMap((one) => {
    const [hers, was] = [of(draft.milestones, one.key), of(before.milestones, one.key)];
    if (one.doneOn !== null || !was) return [one];
    return hers ? [same(hers, was) ? one : hers] : [];
  });
  const added = draft.milestones.filter((one) => !of(now.milestones, one.key) && !same(one, of(before.milestones, one.key))).map((one) => ({ ...one, number: null }));
  return { ...now, ...kept, milestones: [...standing, ...added] };
};
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is still missing, a sentence for each field. */
export const faultsOf = ({ format, kind, title, department, funding, note, milestones }: Draft): Readonly<Partial<Record<'format' | 'kind' | 'title' | 'department' | 'funding' | 'note' | 'milestones', string>>> => ({
  ...(format === '' ? { format: '请选是哪种业态。' } : {}),
  ...(kind === null ? { kind: '请选怎么补。' } : {}),
  ...(title.trim() === '' ? { title: '请给项目起个名字。' } : {}),
  ...(department === '' ? { department: '请选由哪个部门负责。' } : {}),
  ...(funding === null ? { funding: '请选谁出钱。' } : {}),
  ...(note.trim() === '' ? { note: '请写一句给居民看的话。' } : {}),
  ...(milestones.some(({ name, due }) => name.trim() === '' || due === '') ? { milestones: '每个里程碑都要写名字、选日子；不要的请去掉。' } : {}),
});

/** What is sent; null while something is missing. */
export const formOf = (draft: Draft): Omit<Input<'desk.saveProject'>, 'sending' | 'seen'> | null => {
  const { kind, funding } = draft;
  if (kind === null || funding === null || Object.keys(faultsOf(draft)).length > 0) return null;
  return { ...draft, kind, funding, title: draft.title.trim(), note: draft.note.trim(), milestones: draft.milestones.map(({ number, name, due }) => ({ number, name: name.trim(), due })) };
};
