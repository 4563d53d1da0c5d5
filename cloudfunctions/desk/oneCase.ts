/** One claim, one dispute, or all that residents say of one outlet, with what an officer needs to decide it. */
import { shanghaiDay } from '../../domain/calendar';
import { waitingClaims } from '../../database/queries/claims';
import { openCorrections } from '../../database/queries/corrections';
import { filesOf } from '../../database/queries/files';
import { publicHistory } from '../../database/queries/history';
import { outletById, type WholeOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import { latestRule } from '../../database/queries/rules';
import type { ParsedInput } from '../../types/contract';
import type { FormatRules } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { hoursLeft } from '../runtime/caseClock';
import { refuse } from '../runtime/refusal';
import { shownPhotos } from '../runtime/shownPhotos';
import { upkeepRules } from '../runtime/upkeep';
import { requireStreet } from '../runtime/scope';
import { witnessingOfOutlet } from './witnessed';

const shownEntries = 30;

export const oneCase: Action<'desk.case'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now, settings } = context;
    const rules = await upkeepRules(context);
    const { outlet, since, dispute } = await locate(input, context);
    const community = (await communityByCode(db, outlet.community_code)) ?? refuse('unknown_place');
    requireStreet(context, community.streetCode);
    const formats = (await latestRule<FormatRules>(db, 'formats'))?.body.formats ?? [];
    const claims = input.kind === 'correction' ? [] : await waitingClaims(db, outlet.id);
    const corrections = input.kind === 'correction' ? await openCorrections(db, outlet.id) : [];
    const files = await filesOf(db, [...claims, ...corrections].map(({ id }) => id));
    const shown = await shownPhotos(files, context);
    const photosOf = (subject: string) => shown.filter((_, at) => files[at]!.subject_id === subject);
    const sides = claims.map((claim) => ({
      claim: { id: claim.id, revision: claim.revision, state: claim.state, papers: claim.papers, photos: photosOf(claim.id), submittedAt: claim.submitted_at },
      owner: claim.claimant === outlet.owner, own: claim.claimant === caller.person,
    }));
    const silentOwner = dispute !== null && outlet.owner !== null && !sides.some(({ owner }) => owner);
    return {
      outlet: {
        id: outlet.id, name: outlet.name, address: outlet.address, formatName: formats.find(({ code }) => code === outlet.format)?.name ?? '其他', phone: outlet.phone, creditCode: outlet.credit_code,
        owned: outlet.owner !== null, own: outlet.owner === caller.person, standing: outlet.standing, listed: outlet.listed,
        confirmedOn: outlet.confirmed_at && shanghaiDay(Date.parse(outlet.confirmed_at)), verifiedOn: outlet.verified_at && shanghaiDay(Date.parse(outlet.verified_at)), demo: outlet.demo,
      },
      witnessing: await witnessingOfOutlet(outlet, context),
      community: { code: community.code, name: community.name },
      since,
      hoursLeft: hoursLeft(input.kind, Date.parse(since), now, rules),
      sides: silentOwner ? [{ claim: null, owner: true, own: outlet.owner === caller.person }, ...sides] : sides,
      answerBy: dispute?.answer_by ?? null,
      reports: corrections.map(({ id, kind, note, submitted_at, reporter }) => ({ id, kind, note, photos: photosOf(id), submittedAt: submitted_at, own: reporter === caller.person })),
      history: (await publicHistory(db, outlet.id, shownEntries)).map((entry) => ({ id: entry.id, at: entry.at, by: entry.by, act: entry.act, fields: entry.fields, why: entry.why })),
      reasons: rules.reasons.filter((reason) => reason.for.includes(input.kind === 'correction' ? 'correction' : 'claim')).map(({ code, say, mend }) => ({ code, say, mend })),
      hotline: settings.hotline,
    };
  },
};

const locate = async ({ kind, id }: ParsedInput<'desk.case'>, { db }: Context): Promise<{ outlet: WholeOutlet; since: string; dispute: { answer_by: string } | null }> => {
  if (kind === 'correction') {
    const outlet = (await outletById(db, id)) ?? refuse('not_found');
    return { outlet, since: (await openCorrections(db, id))[0]?.submitted_at ?? refuse('decided_already'), dispute: null };
  }
  const found = kind === 'claim'
    ? await db.selectFrom('lz.claim').select(['outlet_id', 'state', 'submitted_at as since', 'dispute_id']).where('id', '=', id).executeTakeFirst()
    : await db.selectFrom('lz.dispute').select(['outlet_id', 'state', 'opened_at as since', 'id as dispute_id']).where('id', '=', id).executeTakeFirst();
  if (!found) return refuse('not_found');
  if (!['pending', 'disputed', 'open'].includes(found.state)) return refuse('decided_already');
  const dispute = found.dispute_id === null ? null : await db.selectFrom('lz.dispute').select('answer_by').where('id', '=', found.dispute_id).executeTakeFirstOrThrow();
  return { outlet: (await outletById(db, found.outlet_id)) ?? refuse('not_found'), since: found.since, dispute };
};
