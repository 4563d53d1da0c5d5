/** What residents said of one outlet: true and it is taken off the map, true and mended, or refused with a reason. All the reports that were read are decided together. */
import { moved } from '../../domain/moves';
import { correctionMachine } from '../../domain/outlet-moves';
import { openCorrections } from '../../database/queries/corrections';
import { addMessage } from '../../database/queries/messages';
import { lockOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { closeOutletRow } from '../runtime/closing';
import { confirmOutletRow } from '../runtime/confirming';
import { refuse } from '../runtime/refusal';
import { reasonWords, upkeepRules } from '../runtime/upkeep';
import { requireReason } from './reasons';
import { requireStreet } from '../runtime/scope';

const messageKind = { closed: 'report_closed', fixed: 'report_fixed', refuse: 'report_refused' } as const;

export const decideCorrection: Action<'desk.decideCorrection'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now, random } = context;
    const outlet = (await lockOutlet(db, input.outlet)) ?? refuse('not_found');
    const { streetCode } = (await communityByCode(db, outlet.community_code)) ?? refuse('unknown_place');
    requireStreet(context, streetCode);
    if (outlet.owner === caller.person) return refuse('own_case');
    const rows = (await openCorrections(db, outlet.id)).filter(({ id }) => input.ids.includes(id));
    if (rows.length === 0) return refuse('decided_already');
    if (rows.some(({ reporter }) => reporter === caller.person)) return refuse('own_case');
    if (input.decision === 'refuse') await requireReason('correction', input, context);
    const subject = rows[0]!.id;
    if (input.decision === 'closed') await closeOutletRow(outlet, subject, context);
    // "it is still there" is a confirmation by whoever looked
    else if (input.decision === 'refuse' && input.reasonCode === 'still-open') await confirmOutletRow(outlet, 'staff', context, subject);
    const act = input.decision === 'refuse' ? 'refuse' : 'accept';
    const words = reasonWords(await upkeepRules(context), input.reasonCode, input.reason);
    for (const row of rows) {
      // a report that the confirmation has just answered keeps the officer's reason
      const state = moved(correctionMachine, row.state, act, 'staff')!;
      await db.updateTable('lz.correction').set({ state, reason_code: input.reasonCode, reason: input.reason, decided_at: now.toISOString(), decided_by: caller.person }).where('id', '=', row.id).execute();
      if (input.decision === 'refuse' && input.reasonCode === 'still-open' && row.kind === 'closed') continue;
      await addMessage(db, { id: random.uuid(), person: row.reporter, kind: messageKind[input.decision], body: { outlet: outlet.id, name: outlet.name, ...(words ? { reason: words } : {}) }, at: now });
    }
    await audit(context, `correction.${act === 'accept' ? 'accepted' : 'refused'}`, subject, { outlet: outlet.id, decision: input.decision, reports: rows.map(({ id }) => id), reasonCode: input.reasonCode });
    return { decided: rows.length, listed: outlet.listed && input.decision !== 'closed' };
  },
};
