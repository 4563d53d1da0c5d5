/** Who receives 「有人要求我怎么填」, and whether anybody is there to read it: told before she taps, as it is. */
import type { Context } from '../runtime/action';

export const oversightOf = async ({ db, memo, settings }: Context) => ({
  name: settings.oversight?.name ?? null,
  phone: settings.oversight?.phone ?? settings.hotline,
  read: await memo('oversight', 60_000, async () => (await db.selectFrom('lz.officer').select('id').where('role', '=', 'oversight').where('ended_at', 'is', null).limit(1).executeTakeFirst()) !== undefined),
});
