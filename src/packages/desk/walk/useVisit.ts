/** What she says of the outlet she stands before, until it is written down. */
import { useState } from 'react';
import type { Input } from '../../../../types/contract';
import type { VisitOutcome, WalkItem } from '../../../../types/contract/field';
import type { PhotoPurpose } from '../../../../types/contract/photos';
import type { Facts } from '../../../../types/contract/shared';
import { uuid } from '../../../services/ids';
import { takePhoto } from '../../../services/photo';
import { stored } from '../../../services/storage';
import { dropPhoto, keepPhoto } from '../../../services/visits';

const notLookedAt: Facts = { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' };
interface Said {
  readonly of: string | null;
  readonly outcome: VisitOutcome | null;
  readonly facts: Facts;
  readonly note: string;
  readonly photos: readonly { readonly id: string; readonly purpose: PhotoPurpose }[];
  /** Why it may stay without a licence; null: she bears no witness. */
  readonly witnessed: string | null;
}
export interface Problems { readonly outcome?: string; readonly note?: string; readonly photo?: string; readonly witnessed?: string }
/** Outlives a reload, and the page where she mends what is wrong. */
const keptSaid = stored<Said>('draft:walk:said');
const nothing = (of: string | null): Said => ({ of, outcome: null, facts: notLookedAt, note: '', photos: [], witnessed: null });

export function useVisit(item: WalkItem | null) {
  const id = item?.id ?? null;
  const [kept, setKept] = useState<Said>(() => keptSaid.read() ?? nothing(id));
  const [problems, setProblems] = useState<Problems>({});
  const [preparing, setPreparing] = useState(false);
  // another outlet: another form
  const said = kept.of === id ? kept : nothing(id);
  const change = (to: Partial<Said>) => {
    const next = { ...said, ...to };
    setKept(next);
    setProblems({});
    keptSaid.write(next);
  };

  async function photograph(purpose: PhotoPurpose) {
    if (preparing) return;
    const taken = await takePhoto(() => setPreparing(true));
    setPreparing(false);
    if (!taken.ok) return taken.reason === 'cancelled' ? undefined : setProblems({ photo: '这张打不开，请重新拍一张；也可以不带照片。' });
    const photo = { id: uuid(), purpose };
    if (keepPhoto(photo.id, taken.photo.data)) change({ photos: [...said.photos, photo] });
    else setProblems({ photo: '手机存不下这张照片。请等有网络时，先把记下的发出去，再拍。' });
  }
  const drop = (photo: string) => {
    dropPhoto(photo);
    change({ photos: said.photos.filter((one) => one.id !== photo) });
  };

  /** Null: something is missing, and is said beside it. */
  function made(): Input<'desk.visit'> | null {
    if (item === null) return null;
    const { outcome, note } = said;
    if (outcome === null) return missing({ outcome: '请选一个：都对、关了，还是有不对的。' });
    if (outcome === 'wrong' && note.trim() === '') return missing({ note: '请写一句哪里不对，回来好改。' });
    const witnessed = outcome === 'right' ? said.witnessed : null;
    if (witnessed !== null && witnessed.trim() === '') return missing({ witnessed: '请写一两句为什么可以留在地图上。' });
    if (witnessed !== null && !said.photos.some(({ purpose }) => purpose === 'witness')) return missing({ photo: '社区见证要有一张上门拍的照片。' });
    return {
      id: uuid(), outlet: item.id, seen: item.seen, at: new Date().toISOString(), outcome, facts: outcome === 'closed' ? notLookedAt : said.facts,
      note: note.trim() || null, photos: [...said.photos], witnessed: witnessed === null ? null : witnessed.trim(),
    };
  }
  const missing = (what: Problems): null => {
    setProblems(what);
    return null;
  };
  return { said, problems, preparing, change, photograph, drop, made };
}
export type VisitOf = ReturnType<typeof useVisit>;
