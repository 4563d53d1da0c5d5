/** The timer's function. It has no actions: whoever calls it without being the timer is turned away. */
import { errorOf } from '../../types/errors';
import type { Ports } from '../runtime/action';
import { cloudPorts } from '../runtime/entry';
import { cloudSettings } from '../runtime/environment';
import { weChatPush } from '../runtime/messagePush';
import { remarkOpener } from '../runtime/remarkBox';
import { removePhotos } from './photos';
import { sendPushes } from './push';
import { showWaitingRemarks } from './remarks';
import { tick } from './tick';

let ports: Ports | null = null;

export const main = async () => {
  if (process.env.TRIGGER_SRC !== 'timer') return { ok: false, error: errorOf('unknown_action') };
  ports ??= cloudPorts('clock');
  const { database, files, now, log, secrets } = ports;
  const started = performance.now();
  const report = await tick(database, now());
  const ticked = performance.now();
  log({ function: 'clock', action: 'tick', code: 'ok', ms: Math.round(ticked - started) });
  const { remarks: { key }, pushTemplate } = cloudSettings(process.env);
  const remarks = await showWaitingRemarks(database, now(), key && remarkOpener(key));
  log({ function: 'clock', action: 'remarks', code: remarks.closed.length > 0 ? 'remark_closed' : 'ok', ms: Math.round(performance.now() - ticked) });
  // what the storage refuses is tried again in five minutes, and holds nothing else up
  const removed = await removePhotos(database, files!, now()).catch((error: Error) => { log({ function: 'clock', action: 'photos', code: 'internal', ms: 0, cause: error.name }); return 0; });
  const shown = performance.now();
  const pushes = pushTemplate && (await sendPushes(database, now, weChatPush(pushTemplate), secrets));
  if (pushes) log({ function: 'clock', action: 'push', code: pushes.givenUp > 0 ? 'push_given_up' : 'ok', ms: Math.round(performance.now() - shown) });
  return { ok: true, data: { ...report, remarks, photos: removed, pushes } };
};
