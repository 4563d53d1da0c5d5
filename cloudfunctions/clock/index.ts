/** The timer's function. It has no actions: whoever calls it without being the timer is turned away. */
import { errorOf } from '../../types/errors';
import type { Ports } from '../runtime/action';
import { cloudPorts } from '../runtime/entry';
import { tick } from './tick';

let ports: Ports | null = null;

export const main = async () => {
  if (process.env.TRIGGER_SRC !== 'timer') return { ok: false, error: errorOf('unknown_action') };
  ports ??= cloudPorts('clock');
  const started = performance.now();
  const report = await tick(ports.database, ports.now());
  ports.log({ function: 'clock', action: 'tick', code: 'ok', ms: Math.round(performance.now() - started) });
  return { ok: true, data: report };
};
