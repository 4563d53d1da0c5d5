/** Takes over who was drawn to be called, as a hash, and seals it: from then on it can't be another draw. */
import type { Database, Handle } from '../../database/handle';
import { StartError } from '../config';
import { inFull } from '../rounds/inFull';
import { enter, standingOf } from './enter';
import type { DrawFile } from './files';

export interface LoadedCallback { readonly round: string; readonly called: number; readonly again: boolean; readonly sealed: string | null }

export const loadCallback = ({ owner }: Pick<Database, 'owner'>, draw: DrawFile, now: Date): Promise<LoadedCallback> => owner.transaction().execute((tx) => loadCallbackIn(tx, draw, now));

/** In the caller's transaction. */
export const loadCallbackIn = async (tx: Handle, { round, seed, drawn }: DrawFile, now: Date): Promise<LoadedCallback> => {
  const { plan, entries } = await standingOf(tx, round, now);
  if (!plan) throw new StartError('这一轮的回访还没有定。请先用 npm run letters -- callback plan 封存规定。');
  const called = plan.communities.reduce((sum, community) => sum + community.called, 0);
  const before = entries[1]?.entry;
  if (before?.kind === 'draw') {
    if (before.drawn !== drawn) throw new StartError('这一轮的回访已经抽过，而且封存了，不能再抽。');
    return { round, called, again: true, sealed: null };
  }
  if (now.getTime() < Date.parse(plan.seedAt)) throw new StartError(`规定的种子要到 ${inFull(plan.seedAt)} 才公布，不可能是用它抽的。`);
  const { sealed } = await enter(tx, 1, { kind: 'draw', round, at: now.toISOString(), seed, drawn }, null, { seed, drawn });
  return { round, called, again: false, sealed };
};
