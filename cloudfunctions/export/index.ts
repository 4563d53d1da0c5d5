/**
 * The function's way in: calls, and a timer of its own. Files that take a while are made by this function and not by `clock`, which every other function's
 * timer work is in: here are the libraries for them, and `clock` reads answers, which nothing that makes files may come near.
 */
import type { Ports } from '../runtime/action';
import { cloudPorts, createMain } from '../runtime/entry';
import { exporting } from './definition';
import { workJobs } from './jobs/work';

const serve = createMain(exporting);
let ports: Ports | null = null;

const timed = async () => {
  ports ??= cloudPorts(exporting.user);
  const started = performance.now();
  const worked = await workJobs(ports.database, ports);
  ports.log({ function: 'export', action: 'jobs', code: worked.fault === null ? 'ok' : 'internal', ms: Math.round(performance.now() - started), ...(worked.fault === null ? {} : { cause: worked.fault }) });
  return { ok: true, data: { steps: worked.steps } };
};

export const main = (event: unknown) => (process.env.TRIGGER_SRC === 'timer' ? timed() : serve(event));
