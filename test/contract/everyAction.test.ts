/**
 * One suite, two ways in: every action of the contract over HTTP through `local/`, and through the bundled
 * `exports.main`. For each: a good call whose reply fits the contract, a wrong role, and what the runtime refuses.
 */
import * as v from 'valibot';
import { dueReleases, makeRelease } from '../../cloudfunctions/clock/release';
import { ruleHash } from '../../database/seed';
import { officerActs, othersActs } from '../../domain/officer-acts';
import { classification } from '../../rules';
import { contract, type ActionName } from '../../types/contract';
import type { Role } from '../../types/contract/shared';
import { contractVersion } from '../../types/contract/version';
import { catalogue } from '../../types/errors';
import { permissions, reachOf } from '../../types/permissions';
import { base64, photoFile } from '../support/photos';
import { addOutlet } from '../support/addOutlet';
import { officialForm } from '../support/officialForm';
import { onPostgres } from '../support/testDatabase';
import { cloudIdentity, overHttp, throughBundles, type Transport } from '../support/transports';
import { addOfficer, codeOf, dongdajieStreet, draft, identity, nanyuan, newId, openWorld, ronghuaStreet, seal, showRemarks, submission, valueOf, wholeAnswers, withdrawHashOf, type Persona, type World } from '../support/world';

interface Good { readonly as: Persona; readonly data: object | ((made: Made) => object) }
/** What earlier calls made that later ones need. */
interface Made { registration: string; invite: string; inviteId: string; scene: string; outlet: string; receipt: string; release: string; handover: string; stall: string; seen: string }

const waitingPhoto = '55555555-5555-4555-8555-555555555555';
const [reportId, claimId, handoverId, newOwner, lostClaim] = Array.from({ length: 5 }, (_, i) => `44444444-4444-4444-8444-44444444444${i}`) as [string, string, string, string, string];
const [voicedOutlet, reviewId, followId] = Array.from({ length: 3 }, (_, i) => `66666666-6666-4666-8666-66666666666${i}`) as [string, string, string];
const [pairOne, pairOther, mergeId] = Array.from({ length: 3 }, (_, i) => `77777777-7777-4777-8777-77777777777${i}`) as [string, string, string];
const [visitId, witnessId, editId, witnessPhoto] = Array.from({ length: 4 }, (_, i) => `67666666-6666-4666-8666-66666666666${i}`) as [string, string, string, string];
const [draftId, otherDraft] = ['6b666666-6666-4666-8666-666666666666', '6c666666-6666-4666-8666-666666666666'];
const ruleContent = (version: string) => Buffer.from(JSON.stringify({ ...classification, version })).toString('base64');
const leaving = '6d666666-6666-4666-8666-666666666666';
const jobId = '6e666666-6666-4666-8666-666666666666';
const snapshotId = '6a666666-6666-4666-8666-666666666666';
const withdrawSecret = 'abcde-fghjk-mnpqr-st012';

const importId = '44444444-4444-4444-8444-444444444444';
const otherImport = { id: '55555555-5555-4555-8555-555555555555', file: '摸排.csv', content: Buffer.from('网点名称,业态,所属社区,地址,经度,纬度\n街口修鞋摊,维修点,南苑社区,东巷2号,102.641,37.931\n').toString('base64'), system: null };

const entriesFile = { kind: 'community' as const, file: '填数.csv', content: Buffer.from('社区代码,社区,户数,来源,截止日期\n620602001001,南苑社区,1800,社区台账,2026-10-01\n').toString('base64') };

// In this order: later calls use what earlier ones made.
const projectId = '6c666666-6666-4666-8666-666666666666';
const projectInput = {
  sending: '6d666666-6666-4666-8666-666666666666', id: projectId, seen: 0, circle: 'dongdajie', format: 'repair', kind: 'attract', title: '南苑引进维修点', department: 'housing', funding: 'enterprise', provincial: false, reasons: ['gap'],
  note: '居民说修东西要走很远，正在找地方。', milestones: [{ number: null, name: '选好地方', due: '2026-12-20' }, { number: null, name: '开门', due: '2027-03-01' }],
};
const goodCalls: readonly (readonly [string, Good])[] = [
  ['survey.home', { as: 'elder', data: { scene: 'nanyuan001' } }],
  ['survey.places', { as: 'elder', data: {} }],
  ['survey.begin', { as: 'elder', data: { community: nanyuan } }],
  ['survey.checkRemark', { as: 'elder', data: { round: 'running', text: '想要一个修鞋摊' } }],
  ['survey.submit', { as: 'elder', data: () => submission(nanyuan, { withdrawHash: withdrawHashOf('running', withdrawSecret) }) }],
  ['survey.check', { as: 'elder', data: ({ receipt }: Made) => ({ receipt }) }],
  ['survey.seals', { as: 'elder', data: { round: 'running' } }],
  ['survey.leaves', { as: 'elder', data: { round: 'running', from: 0 } }],
  ['survey.withdraw', { as: 'elder', data: { round: 'running', secret: withdrawSecret } }],
  ['survey.pressure', { as: 'elder', data: { round: 'running', community: nanyuan } }],
  ['survey.results', { as: 'elder', data: { circle: 'dongdajie' } }],
  ['survey.compare', { as: 'elder', data: ({ release }: Made) => ({ first: { release, circle: 'dongdajie' } }) }],
  ['outlet.catalogue', { as: 'young', data: {} }],
  ['outlet.duplicates', { as: 'noodles', data: { name: '老街牛肉面馆', point: { lng: 102.6421, lat: 37.9240 } } }],
  ['outlet.register', { as: 'noodles', data: ({ registration }: Made) => ({ id: registration, revision: 1, outlet: null, draft: draft() }) }],
  ['outlet.mine', { as: 'noodles', data: {} }],
  ['outlet.addPhoto', { as: 'noodles', data: { id: '44444444-4444-4444-8444-444444444444', purpose: 'front', data: base64(photoFile('small.jpg')) } }],
  ['outlet.photos', { as: 'noodles', data: { ids: ['44444444-4444-4444-8444-444444444444'] } }],
  ['desk.queue', { as: 'street', data: {} }],
  ['desk.decide', { as: 'street', data: ({ registration }: Made) => ({ id: registration, revision: 1, decision: 'approve', reason: null }) }],
  ['outlet.nearby', { as: 'young', data: { origin: { kind: 'community', code: nanyuan }, text: 'niuroumian' } }],
  ['outlet.points', { as: 'young', data: { origin: { kind: 'community', code: nanyuan }, groups: ['吃饭'] } }],
  ['outlet.repairs', { as: 'elder', data: { origin: { kind: 'community', code: nanyuan } } }],
  ['outlet.markets', { as: 'elder', data: { origin: { kind: 'community', code: nanyuan } } }],
  ['outlet.market', { as: 'elder', data: { id: 'mingqing-jie' } }],
  ['outlet.detail', { as: 'young', data: ({ outlet }: Made) => ({ id: outlet, origin: { kind: 'community', code: nanyuan } }) }],
  ['outlet.confirm', { as: 'noodles', data: ({ outlet }: Made) => ({ outlet }) }],
  ['outlet.report', { as: 'elder', data: ({ outlet }: Made) => ({ id: reportId, outlet, kind: 'hours', note: '早上七点才开门' }) }],
  ['outlet.reports', { as: 'elder', data: {} }],
  ['outlet.claim', { as: 'cobbler', data: ({ outlet }: Made) => ({ id: lostClaim, revision: 1, outlet, papers: { phone: '13800000000', creditCode: null, note: '店转给我了' } }) }],
  ['outlet.messages', { as: 'noodles', data: {} }],
  ['outlet.readMessages', { as: 'noodles', data: () => ({ until: new Date().toISOString() }) }],
  ['desk.cases', { as: 'street', data: {} }],
  ['desk.case', { as: 'street', data: ({ outlet }: Made) => ({ kind: 'correction', id: outlet }) }],
  ['desk.decideCorrection', { as: 'street', data: ({ outlet }: Made) => ({ outlet, ids: [reportId], decision: 'fixed', reasonCode: null, reason: null }) }],
  ['desk.undo', { as: 'street', data: { kind: 'correction', id: reportId } }],
  ['outlet.withdrawReport', { as: 'elder', data: { id: reportId } }],
  ['desk.decideClaim', { as: 'street', data: { id: claimId, revision: 1, decision: 'refuse', reasonCode: 'papers-missing', reason: null } }],
  ['desk.decided', { as: 'street', data: {} }],
  ['outlet.withdrawClaim', { as: 'cobbler', data: { id: lostClaim } }],
  ['desk.confirmOutlet', { as: 'street', data: ({ outlet }: Made) => ({ outlets: [outlet] }) }],
  ['desk.handOver', { as: 'street', data: ({ outlet }: Made) => ({ id: newOwner, outlet }) }],
  ['outlet.handOver', { as: 'noodles', data: ({ outlet }: Made) => ({ id: handoverId, outlet }) }],
  ['outlet.takeOver', { as: 'cobbler', data: ({ handover }: Made) => ({ code: handover }) }],
  ['desk.duplicates', { as: 'street', data: {} }],
  ['desk.keepApart', { as: 'street', data: { outlets: [pairOne, pairOther], apart: false } }],
  ['desk.merge', { as: 'street', data: { id: mergeId, kept: pairOne, gone: pairOther } }],
  ['desk.unmerge', { as: 'street', data: { id: mergeId } }],
  ['desk.walk', { as: 'street', data: { around: { kind: 'community', code: nanyuan } } }],
  ['desk.visit', { as: 'street', data: ({ stall }: Made) => ({ id: visitId, outlet: stall, seen: 1e9, at: '2026-11-18T04:00:00.000Z', outcome: 'right', facts: draft().facts, note: null }) }],
  ['desk.witness', { as: 'street', data: ({ stall }: Made) => ({ id: witnessId, of: 'outlet', subject: stall, reason: '上门看过', photo: witnessPhoto }) }],
  ['desk.revokeWitness', { as: 'street', data: ({ stall }: Made) => ({ of: 'outlet', subject: stall, why: '看错了摊' }) }],
  ['desk.editing', { as: 'street', data: ({ stall }: Made) => ({ outlet: stall }) }],
  ['desk.edit', { as: 'street', data: ({ stall }: Made) => ({ id: editId, outlet: stall, seen: 1e9, draft: draft(), why: '打电话问过' }) }],
  ['desk.progress', { as: 'street', data: { street: dongdajieStreet } }],
  ['desk.posters', { as: 'street', data: {} }],
  ['desk.poster', { as: 'street', data: { community: nanyuan } }],
  ['desk.renewPoster', { as: 'street', data: ({ scene }: Made) => ({ community: nanyuan, scene }) }],
  ['desk.invite', { as: 'district', data: { role: 'street', street: ronghuaStreet, days: 7, note: '荣华街专干' } }],
  ['desk.invites', { as: 'district', data: {} }],
  ['desk.acceptInvite', { as: 'newcomer', data: ({ invite }: Made) => ({ code: invite }) }],
  ['desk.revokeInvite', { as: 'district', data: ({ inviteId }: Made) => ({ id: inviteId }) }],
  ['desk.officers', { as: 'district', data: {} }],
  ['desk.audit', { as: 'district', data: {} }],
  ['desk.endRole', { as: 'district', data: { id: leaving, reason: '调走了' } }],
  ['desk.pressure', { as: 'oversight', data: {} }],
  ['desk.assist', { as: 'street', data: { id: '22222222-2222-4222-8222-222222222222', community: nanyuan, most: 20, note: '入户' } }],
  ['desk.assists', { as: 'street', data: {} }],
  ['desk.revokeAssist', { as: 'street', data: { id: '22222222-2222-4222-8222-222222222222' } }],
  ['voice.about', { as: 'elder', data: { outlet: voicedOutlet } }],
  ['voice.check', { as: 'elder', data: { text: '态度好' } }],
  ['voice.write', { as: 'elder', data: { id: reviewId, outlet: voicedOutlet, aspects: { quality: 'good', price: 'fair', manner: 'good', clean: 'unnoticed', elderFit: 'bad' }, text: '态度好' } }],
  ['voice.mine', { as: 'elder', data: {} }],
  ['desk.text', { as: 'street', data: { id: reviewId } }],
  ['desk.decideText', { as: 'street', data: { id: reviewId, part: 'review', seen: 1, decision: 'pass', reasonCode: null, reason: null } }],
  ['voice.reply', { as: 'cobbler', data: { review: reviewId, seen: 1, text: '谢谢您' } }],
  ['voice.complain', { as: 'cobbler', data: { review: reviewId, seen: 2, text: '没有坡道是事实，正在修' } }],
  ['voice.withdraw', { as: 'elder', data: { id: reviewId } }],
  ['voice.follow', { as: 'elder', data: { id: followId, what: { kind: 'format', format: 'breakfast', origin: { kind: 'community', code: nanyuan }, minutes: 10, pace: 'normal' } } }],
  ['voice.follows', { as: 'elder', data: {} }],
  ['voice.unfollow', { as: 'elder', data: { id: followId } }],
  ['voice.consent', { as: 'elder', data: { id: followId } }],
  ['voice.forget', { as: 'elder', data: {} }],
  ['desk.photos', { as: 'street', data: {} }],
  ['desk.decidePhoto', { as: 'street', data: { id: waitingPhoto, seen: 'held', refused: null } }],
  ['desk.inventory', { as: 'street', data: {} }],
  ['desk.checkInventory', { as: 'street', data: { sending: '66666666-6666-4666-8666-666666666666', community: nanyuan, formats: ['repair'], state: 'checked', note: null } }],
  ['desk.indicators', { as: 'street', data: {} }],
  ['desk.circles', { as: 'young', data: {} }],
  ['desk.lacking', { as: 'young', data: { circle: 'dongdajie' } }],
  ['desk.overview', { as: 'street', data: {} }],
  ['desk.circle', { as: 'street', data: { id: 'dongdajie' } }],
  ['desk.moveCircle', { as: 'district', data: { sending: '68666666-6666-4666-8666-666666666666', circle: 'dongdajie', state: 'planned', act: 'start', note: null } }],
  ['desk.entered', { as: 'street', data: {} }],
  ['desk.enter', { as: 'street', data: { sending: '69666666-6666-4666-8666-666666666666', kind: 'community', place: nanyuan, source: '社区台账', asOf: '2026-10-01', values: [{ field: 'population', value: 5200, words: null }] } }],
  ['desk.figure', { as: 'street', data: { code: 'population', kind: 'community', id: nanyuan } }],
  ['desk.snapshot', { as: 'district', data: { id: snapshotId, name: '十一月底' } }],
  ['desk.snapshots', { as: 'street', data: {} }],
  ['desk.rules', { as: 'district', data: {} }],
  ['desk.stageRule', { as: 'district', data: { id: draftId, content: ruleContent('试-1') } }],
  ['desk.compareRule', { as: 'district', data: { id: draftId } }],
  ['desk.adoptRule', { as: 'district', data: { id: draftId, against: ruleHash(classification) } }],
  ['desk.dropRule', { as: 'district', data: { id: otherDraft } }],
  ['desk.workPlan', { as: 'street', data: {} }],
  ['desk.noteTask', { as: 'street', data: { sending: '6b666666-6666-4666-8666-666666666666', task: 'layout', department: 'streets', street: dongdajieStreet, state: 'going', text: '七个社区摸排了五个' } }],
  ['desk.needs', { as: 'street', data: { circle: 'dongdajie' } }],
  ['desk.answered', { as: 'young', data: { circle: 'dongdajie' } }],
  ['desk.saveProject', { as: 'district', data: projectInput }],
  ['desk.project', { as: 'department', data: { id: projectId } }],
  ['desk.noteProject', { as: 'department', data: { sending: '6e666666-6666-4666-8666-666666666666', id: projectId, text: '选好了地方', done: [1] } }],
  ['desk.moveProject', { as: 'department', data: { sending: '6f666666-6666-4666-8666-666666666666', id: projectId, seen: 2, act: 'start', text: null } }],
  ['export.table', { as: 'street', data: { snapshot: snapshotId, table: 'summary', street: dongdajieStreet } }],
  ['export.form', { as: 'district', data: { table: 'summary', plain: false } }],
  ['export.loadForm', { as: 'district', data: { table: 'summary', file: '汇总表.xlsx', source: '市商务局11月发的', official: true, content: officialForm().toString('base64') } }],
  ['export.ask', { as: 'district', data: { id: jobId, snapshot: snapshotId, kind: 'report', circle: null } }],
  ['export.job', { as: 'district', data: { id: jobId } }],
  ['export.jobs', { as: 'district', data: {} }],
  ['export.file', { as: 'district', data: { id: jobId, from: 0 } }],
  ['export.template', { as: 'street', data: {} }],
  ['export.entryTable', { as: 'street', data: { kind: 'community' } }],
  ['export.checkEntries', { as: 'street', data: { ...entriesFile, id: '6a777777-7777-4777-8777-777777777777' } }],
  ['export.enterEntries', { as: 'street', data: ({ seen }: Made) => ({ ...entriesFile, sending: '6b777777-7777-4777-8777-777777777777', seen }) }],
  ['export.sheet', { as: 'street', data: { street: dongdajieStreet } }],
  ['export.stage', { as: 'district', data: { ...otherImport, id: importId } }],
  ['export.staged', { as: 'district', data: { id: importId, outcome: 'conflict' } }],
  ['export.choose', { as: 'district', data: { id: importId, line: null, choice: 'kept' } }],
  ['export.compare', { as: 'district', data: { id: importId } }],
  ['export.load', { as: 'district', data: { id: importId } }],
  ['export.drop', { as: 'district', data: { id: otherImport.id } }],
  ['export.lists', { as: 'district', data: {} }],
  ['desk.remarks', { as: 'district', data: { list: 'held' } }],
  ['desk.decideRemark', { as: 'district', data: { round: 'running', batch: 1, place: 1, seen: 'held', refused: null } }],
];
/** The closed round's final release, made before its time. */
const releasedOf = async ({ host: { database } }: World): Promise<string> => {
  const later = new Date(Date.now() + 48 * 3_600_000);
  const due = (await dueReleases(database.owner, later)).find(({ round }) => round.id === 'closed')!;
  await database.as('clock').write((db) => makeRelease(db, due, later));
  return `closed-final-${due.at.slice(0, 10)}`;
};
/** One of each role, of the street, community and department that the good calls are about. */
const personas: readonly (readonly [Role, Persona])[] = [
  ['community', 'community'], ['street', 'street'], ['department', 'department'], ['district', 'district'], ['administrator', 'administrator'], ['oversight', 'oversight'],
];
const outsiders: readonly (readonly [Role, Persona])[] = [['community', 'community-elsewhere'], ['street', 'street-elsewhere'], ['department', 'department-elsewhere']];
const placeElsewhere: Readonly<Partial<Record<Role, object>>> = { community: { community: '620602007001' }, street: { street: ronghuaStreet }, department: { department: 'education' } };
/** What is said before the scope is looked at: of a case that was decided by the good call, and of an invite that is not hers to know of. */
const gone: Readonly<Record<string, string>> = { 'desk.case': 'decided_already', 'desk.revokeInvite': 'not_found' };
const names = Object.entries(contract).flatMap(([name, actions]) => Object.keys(actions).map((action) => `${name}.${action}`));

test('every action of the contract has its call here', () => {
  expect(goodCalls.map(([name]) => name).sort()).toEqual([...names].sort());
});

const ways: readonly (readonly [string, boolean, (world: World) => Promise<Transport>, (persona: Persona) => string])[] = [
  ['over HTTP', true, overHttp, identity],
  ['through the bundles', onPostgres, throughBundles, cloudIdentity],
];

describe.each(ways)('%s', (_way, runs, open, identityFor) => {
  if (!runs) {
    // shown in the list, so that nobody takes this half for run; .ci/run runs it on PostgreSQL
    test.skip('needs TEST_DATABASE_URL: a bundle opens its own connections to a server, and the embedded database has none to offer', () => undefined);
    return;
  }
  let world: World;
  let transport: Transport;
  const made: Made = { registration: newId(), invite: '', inviteId: '', scene: 'nanyuan001', outlet: '', receipt: '', release: '', handover: '', stall: '', seen: '' };
  beforeAll(async () => {
    // the bundles have the real clock, so the rounds stand around the real day
    world = await openWorld(identityFor, true, new Date());
    made.release = await releasedOf(world);
    for (let i = 0; i < 20; i += 1) valueOf(await world.call(`writer-${i}`, 'survey.submit', submission(nanyuan, { answers: wholeAnswers(nanyuan, { A18: `想要一个修鞋摊 ${i}` }) })));
    await seal(world.host, 'running', world.now());
    await showRemarks(world.host, world.now());
    await world.host.database.owner.insertInto('lz.file').values({
      id: waitingPhoto, owner: 'x', purpose: 'front', media: 'image/jpeg', bytes: 1, sha256: new Uint8Array(32), width: 64, height: 48, created_at: world.now().toISOString(), reason: null, decided_at: null, decided_by: null, place: null,
      removed_at: null, trace: null, subject_kind: 'registration', subject_id: newId(), subject_name: '老街牛肉面馆', street_code: dongdajieStreet, attached_at: world.now().toISOString(), dropped_at: null,
    }).execute();
    await addOutlet(world, { id: voicedOutlet });
    await world.host.database.owner.updateTable('lz.outlet').set({ owner: world.host.secrets.person(identityFor('cobbler')) }).where('id', '=', voicedOutlet).execute();
    await world.host.database.owner.insertInto('lz.file').values({
      id: witnessPhoto, owner: world.host.secrets.person(identityFor('street')), purpose: 'witness', media: 'image/jpeg', bytes: 1, sha256: new Uint8Array(32), width: 64, height: 48, created_at: world.now().toISOString(), reason: null, decided_at: null, decided_by: null,
      place: 'nowhere', removed_at: null, trace: null, subject_kind: null, subject_id: null, subject_name: null, street_code: null, attached_at: null, dropped_at: null,
    }).execute();
    made.stall = await addOutlet(world, { creditCode: null, unlicensedReason: '修鞋摊' });
    const unowned = await addOutlet(world);
    for (const id of [pairOne, pairOther]) await addOutlet(world, { id, name: '成对的店' });
    valueOf(await world.call('noodles', 'outlet.claim', { id: claimId, revision: 1, outlet: unowned, papers: { phone: '13800000000', creditCode: null, note: '' } }));
    valueOf(await world.call('district', 'export.stage', otherImport));
    await world.host.database.owner.insertInto('lz.officer').values({ id: leaving, person: 'who left', role: 'street', street_code: ronghuaStreet, since: world.now().toISOString(), invited_by: null, ended_at: null }).execute();
    valueOf(await world.call('district', 'desk.stageRule', { id: otherDraft, content: ruleContent('试-2') }));
    for (const [role, persona] of outsiders) await addOfficer(world.host, identityFor(persona), { role, ...placeElsewhere[role] });
    transport = await open(world);
  });
  afterAll(async () => {
    await transport.close();
    await world.close();
  });
  const send = (name: string, data: unknown, persona: Persona | null) => {
    const [fn = '', action = ''] = name.split('.');
    return transport.send(fn, { action, v: contractVersion, data }, persona);
  };
  const inputOf = ({ data }: Good): unknown => (typeof data === 'function' ? (data as (made: Made) => unknown)(made) : data);
  const schemaOf = (name: string) => {
    const [fn = '', action = ''] = name.split('.');
    return (contract as unknown as Record<string, Record<string, { output: v.GenericSchema }>>)[fn]![action]!;
  };

  test.each(goodCalls)('%s answers as the contract says', async (name, good) => {
    const reply = await send(name, inputOf(good), good.as);
    // here the bundles have no file storage to ask: what they say of it is asked for instead
    if (name === 'outlet.addPhoto' && transport.outgoing !== undefined) return expect(codeOf(reply)).toBe('photos_paused');
    const value = valueOf(reply) as Record<string, never>;
    expect(v.safeParse(schemaOf(name).output, value).issues).toBeUndefined();
    if (name === 'survey.submit') made.receipt = value.receipt!;
    if (name === 'desk.decide') made.outlet = value.outlet!;
    if (name === 'outlet.handOver') made.handover = value.code!;
    if (name === 'desk.poster') made.scene = value.scene!;
    if (name === 'desk.invite') made.invite = value.code!;
    if (name === 'export.checkEntries') made.seen = (value.check as unknown as { seen: string }).seen;
    if (name === 'desk.invites') made.inviteId = (value.invites as unknown as { id: string }[])[0]!.id;
  });

  // every action as every role: the table says which may, and no call by another gets as far as the work
  const calls = goodCalls.flatMap(([name, good]) => personas.map(([role, persona]) => [name, role, persona, good] as const));
  test.each(calls.filter(([name, role]) => reachOf(name as ActionName, [role]) === null))('%s turns %s away', async (name, _role, persona, good) => {
    expect(codeOf(await send(name, inputOf(good), persona))).toBe('role_required');
  });
  test.each(calls.filter(([name, role]) => typeof permissions[name as ActionName] !== 'string' && reachOf(name as ActionName, [role]) !== null))('%s lets %s in', async (name, _role, persona, good) => {
    expect(['role_required', 'internal']).not.toContain(codeOf(await send(name, inputOf(good), persona)));
  });
  test.each(goodCalls.filter(([name]) => typeof permissions[name as ActionName] !== 'string'))('%s turns a resident away', async (name, good) => {
    expect(codeOf(await send(name, inputOf(good), 'young'))).toBe('role_required');
  });
  test.each(goodCalls.filter(([name]) => permissions[name as ActionName] === 'owner'))('%s turns away who owns nothing', async (name, good) => {
    expect(['not_yours', 'not_found']).toContain(codeOf(await send(name, inputOf(good), 'young')));
  });
  // the same calls by the same roles of another street, community, department: refused, or a reply without a word of this one
  const elsewhere = goodCalls.flatMap(([name, good]) => outsiders.filter(([role]) => reachOf(name as ActionName, [role]) === 'own').map(([role, persona]) => [name, role, persona, good] as const));
  test.each(elsewhere)('%s by a %s of elsewhere stays there', async (name, _role, persona, good) => {
    const reply = await send(name, inputOf(good), persona);
    if (codeOf(reply) !== 'ok') return expect([codeOf(reply), name]).toEqual([gone[name] ?? 'out_of_scope', name]);
    expect(JSON.stringify(reply)).not.toContain(nanyuan);
  });
  test.each(goodCalls)('%s wants to know who is calling', async (name, good) => {
    expect(codeOf(await send(name, inputOf(good), null))).toBe('session_required');
  });
  test.each(goodCalls)('%s refuses a field it does not know', async (name, good) => {
    expect(codeOf(await send(name, { ...(inputOf(good) as object), surplus: 1 }, good.as))).toBe('unexpected_field');
  });
  test.each(goodCalls)('%s refuses input that is no object', async (name, good) => {
    expect(codeOf(await send(name, 'text', good.as))).toBe('wrong_type');
  });

  test('the audit log knows every act in words, or as one that is not the desk’s to read', async () => {
    const acts = await world.host.database.owner.selectFrom('lz.audit').select('action').distinct().execute();
    expect(acts.length).toBeGreaterThan(30);
    expect(acts.map(({ action }) => action).filter((action) => !(action in officerActs) && !othersActs.has(action))).toEqual([]);
    expect(Object.keys(officerActs).filter((action) => othersActs.has(action))).toEqual([]);
  });

  test.each([
    ['an unknown action', { action: 'destroy', v: contractVersion, data: {} }, 'unknown_action'],
    ['an inherited name', { action: 'constructor', v: contractVersion, data: {} }, 'unknown_action'],
    ['a contract no longer alive', { action: 'home', v: 0, data: {} }, 'contract_retired'],
    ['no action at all', { v: contractVersion, data: {} }, 'malformed_request'],
    ['nothing', null, 'malformed_request'],
  ])('%s is refused in its own words', async (_what, event, code) => {
    const reply = await transport.send('survey', event, 'elder');
    expect(codeOf(reply)).toBe(code);
  });

  test('nobody but the database was asked for anything, and, for the check of a text and to keep a photo, WeChat', () => {
    expect(new Set(transport.outgoing)).toEqual(new Set(transport.outgoing === undefined ? [] : ['test-env.internal.ap-shanghai.tcb-api.tencentcloudapi.com']));
  });

  test('what goes wrong inside is told without anything of the inside', async () => {
    await world.host.database.script('alter table lz.round rename to round_away');
    try {
      const reply = await send('survey.begin', { community: nanyuan }, 'elder');
      expect(reply).toEqual({ ok: false, error: { code: 'internal', ...catalogue.internal } });
    } finally {
      await world.host.database.script('alter table lz.round_away rename to round');
    }
  });
});
