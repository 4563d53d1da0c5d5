/** The timer's function. It has no actions: whoever calls it without being the timer is turned away. */
import { errorOf } from '../../types/errors';
import type { Ports } from '../runtime/action';
import { cloudPorts } from '../runtime/entry';
import { cloudSettings } from '../runtime/environment';
import { remarkOpener } from '../runtime/remarkBox';
import { showWaitingRemarks } from './remarks';
import { tick } from './tick';

let ports: Ports | null = null;

export const main = async () => {
  if (process.env.TRIGGER_SRC !== 'timer') return { ok: false, error: errorOf('unknown_action') };
  ports ??= cloudPorts('clock');
  const { database, now, log } = ports;
  const started = performance.now();
  const report = await tick(database, now());
  const ticked = performance.now();
  log({ function: 'clock', action: 'tick', code: 'ok', ms: Math.round(ticked - started) });
  const { key } = cloudSettings(process.env).remarks;
  const remarks = await showWaitingRemarks(database, now(), key && remarkOpener(key));
  log({ function: 'clock', action: 'remarks', code: remarks.closed.length > 0 ? 'remark_closed' : 'ok', ms: Math.round(performance.now() - ticked) });
  return { ok: true, data: { ...report, remarks } };
};
