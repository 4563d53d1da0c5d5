/** Fills an empty database with the demonstration. Production never calls this. Interrupted, it goes on at the next start. */
import { countAges } from '../../cloudfunctions/clock/ages';
import { showWaitingRemarks } from '../../cloudfunctions/clock/remarks';
import { makeRelease, dueReleases } from '../../cloudfunctions/clock/release';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { remarkOpener } from '../../cloudfunctions/runtime/remarkBox';
import { codeFrom } from '../../domain/codes';
import { addUp } from '../../database/queries/responses';
import { outletColumns } from '../../database/outletRow';
import { seedMarkets } from '../../database/seed';
import { demoMarkets, demoPlaces, formats, plan } from '../../rules';
import type { DatedHours } from '../../types/contract/shared';
import { identityOf } from '../sessions';
import type { Host } from '../host';
import { demoCallback } from './callback';
import { cast } from './cast';
import { chainOf } from './chains';
import { demoCircles } from './circles';
import { demoProjects } from './projects';
import { demoInventory } from './inventory';
import { demoOutlets } from './outlets';
import { demoShownPhoto } from './photos';
import { addNeedsRound, demoNeedsRounds, sendNeeds } from './needs';
import { chanceFrom } from './random';
import { demoRegistrations } from './registrations';
import { demoStalls } from './stalls';
import { demoTaskNotes } from './taskNotes';
import { addRound, demoRounds, sendAnswers } from './rounds';
import { demoUpkeep } from './upkeep';
import { demoVoices } from './voices';

const seed = 620602;
const dayMs = 86_400_000;

/** `newDatabase`: the tables were made by this very start. A database that was there before is never touched. */
export const seedDemo = async (host: Host, now: Date, outletsPerCircle: number, newDatabase: boolean, say: (line: string) => void): Promise<void> => {
  const { owner } = host.database;
  const state = (await owner.selectFrom('lz.setting').select('value').where('key', '=', 'demo').executeTakeFirst())?.value as { done: boolean } | undefined;
  if (state ? state.done : !newDatabase) return;
  if (!state) await owner.insertInto('lz.setting').values({ key: 'demo', value: JSON.stringify({ done: false }) }).onConflict((c) => c.doNothing()).execute();
  await seedPlaces(host, now);
  await seedOfficers(host, now);
  say('正在生成演示网点……');
  await seedOutlets(host, now, outletsPerCircle);
  await demoRegistrations(host, now);
  await demoShownPhoto(host, now);
  await demoUpkeep(host, now);
  await demoVoices(host, now);
  await demoInventory(host, now, seed + 50);
  await demoCircles(host, now, seed + 60);
  await demoProjects(host, now, seed + 70);
  await demoTaskNotes(host, now, seed + 80);
  say('正在填写演示答卷……');
  for (const [i, round] of demoRounds(now).entries()) {
    await addRound(host, round);
    await sendAnswers(host, round, now, seed + i);
  }
  for (const [i, round] of demoNeedsRounds(now).entries()) {
    await addNeedsRound(host, round);
    await sendNeeds(host, round, now, seed + 70 + i);
  }
  const clock = host.database.as('clock');
  await clock.write(addUp);
  for (const { id, sealedAt } of [...demoRounds(now), ...demoNeedsRounds(now)]) await clock.write((db) => sealRound(db, id, new Date(sealedAt)));
  const [closed, running] = demoRounds(now);
  await clock.write((db) => countAges(db, running.id, now));
  for (const due of await clock.read((db) => dueReleases(db, now))) await clock.write((db) => makeRelease(db, due, new Date(due.at)));
  await demoCallback(host.database, closed.id, closed.releaseAt);
  if (host.remarkKey) await showWaitingRemarks(clock, now, remarkOpener(host.remarkKey));
  await owner.updateTable('lz.setting').set({ value: JSON.stringify({ done: true, at: now.toISOString() }) }).where('key', '=', 'demo').execute();
};

const seedPlaces = async ({ database: { owner } }: Host, now: Date) => {
  const chance = chanceFrom(seed);
  for (const place of demoPlaces.communities) {
    await owner.updateTable('lz.community')
      .set({ centre_lng: place.lng, centre_lat: place.lat, centre_status: demoPlaces.status, population: place.population, population_status: demoPlaces.status })
      .where('code', '=', place.code).execute();
    const scene = codeFrom(Uint8Array.from({ length: 10 }, () => chance.below(256)));
    await owner.insertInto('lz.poster').values({ scene, community_code: place.code, created_at: now.toISOString(), created_by: null, revoked_at: null })
      .onConflict((c) => c.doNothing()).execute();
  }
};

const seedOfficers = async ({ database: { owner }, secrets }: Host, now: Date) => {
  const chance = chanceFrom(seed + 10);
  for (const { name, duty } of cast) {
    if (!duty) continue;
    await owner.insertInto('lz.officer')
      .values({ id: chance.uuid(), person: secrets.person(identityOf(`cast-${name}`)), role: duty.role, street_code: duty.street ?? null, community_code: duty.community ?? null, department: duty.department ?? null, since: now.toISOString(), invited_by: null, ended_at: null })
      .onConflict((c) => c.doNothing()).execute();
  }
};

/** Some say what is on holidays, one in three does not. */
const onHolidays: readonly { dated?: DatedHours }[] = [{ dated: { holidays: 'closed' } }, { dated: { holidays: 'usual' } }, {}];

const seedOutlets = async ({ database: { owner } }: Host, now: Date, perCircle: number) => {
  await owner.transaction().execute((tx) => seedMarkets(tx, demoMarkets, true));
  const chance = chanceFrom(seed + 40);
  const outlets = demoOutlets(chanceFrom(seed + 20), { plan, formats, places: demoPlaces }, perCircle)
    .map((outlet, at) => ({ ...outlet, ...onHolidays[at % onHolidays.length], ...chainOf(chance, outlet.format) }));
  const rows = [...outlets, ...demoStalls(chanceFrom(seed + 30), demoMarkets, demoPlaces.communities[0]!.code)].map(({ id, verifiedDaysAgo, ...fields }) => {
    const at = new Date(now.getTime() - (verifiedDaysAgo ?? 150) * dayMs).toISOString();
    return {
      id, ...outletColumns(fields, formats), owner: null, origin: 'demo' as const, origin_key: id, demo: true, changed_at: at, edited_at: null,
      verified_at: verifiedDaysAgo === null ? null : at, verified_by: verifiedDaysAgo === null ? null : '演示核实',
    };
  });
  for (let i = 0; i < rows.length; i += 200) await owner.insertInto('lz.outlet').values(rows.slice(i, i + 200)).onConflict((c) => c.column('id').doNothing()).execute();
};
