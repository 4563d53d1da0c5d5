/**
 * She let WeChat push one message. WeChat wants to be told whom to, so her identity is kept for that one message: sealed under a key that the
 * database does not hold, opened by the timer alone, erased when it was sent, given up, or not used for a year.
 */
import { countConsents } from '../../database/queries/pushes';
import type { Action } from '../runtime/action';
import { voiceRules } from './rules';

export const consent: Action<'voice.consent'> = {
  transaction: true,
  async handle({ id }, context) {
    const { db, caller, now, secrets, settings, random } = context;
    if (!settings.pushTemplate || !caller.identity.startsWith('wx:')) return { kept: false };
    if ((await countConsents(db, caller.person)) >= (await voiceRules(context)).push.mostConsents) return { kept: false };
    await db.insertInto('lz.push_consent').values({ id, person: caller.person, sealed: secrets.sealReader(id, caller.identity, random.bytes(12)), given_at: now.toISOString() }).onConflict((conflict) => conflict.doNothing()).execute();
    return { kept: true };
  },
};
