/** 今天还营业: the owner confirms with one tap. A second tap on the same day changes nothing. */
import { shanghaiDay } from '../../domain/calendar';
import { lockOutlet } from '../../database/queries/outlets';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { confirmOutletRow } from '../runtime/confirming';
import { refuse } from '../runtime/refusal';

export const confirm: Action<'outlet.confirm'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const row = await lockOutlet(db, input.outlet);
    if (row?.owner !== caller.person) return refuse('not_yours');
    const today = shanghaiDay(now.getTime());
    const again = row.standing === 'fine' && row.confirmed_by === 'owner' && row.confirmed_at !== null && shanghaiDay(Date.parse(row.confirmed_at)) === today;
    if (!again) {
      await confirmOutletRow(row, 'owner', context);
      await audit(context, 'outlet.confirmed', row.id, { by: 'owner' });
    }
    return { confirmedOn: today };
  },
};
