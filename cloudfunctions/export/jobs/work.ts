/** What the timer does: whatever was asked for and is not made yet, step by step, so that it is made though nobody waits for it. */
import type { FunctionDatabase } from '../../../database/handle';
import { advance } from './advance';
import type { Making } from '../making';

export interface Worked { readonly steps: number; /** Why a step went wrong; the rest waits for the next time. */ readonly fault: string | null }

/** Begins no step after so many ms: a function has a minute. */
const patienceMs = 30_000;

export const workJobs = async (database: FunctionDatabase, means: Omit<Making, 'by' | 'db' | 'now'> & { readonly now: () => Date }): Promise<Worked> => {
  const started = performance.now();
  for (let steps = 0; ; steps += 1) {
    const advanced = performance.now() - started > patienceMs ? null : await database.write((db) => advance({ ...means, db, now: means.now() }, null));
    if (advanced === null || advanced.fault !== null) return { steps, fault: advanced?.fault ?? null };
  }
};
