/** The district's page, a snapshot and the five tables with a town of outlets; and 分型 of 8 and of 10 thousand circles. Pages read what was published, so how many answers there are should play no part: `npm run bench -- sealing figures` holds a million beside. */
import { factRows } from '../../database/queries/facts';
import { classify, lacksFor, type Presence } from '../../domain/classification';
import { chanceFrom } from '../../local/demo/random';
import { classification, tables } from '../../rules';
import { newId, noon, valueOf, type World } from '../support/world';
import { each, inTurn, peak, type Line } from './measure';
import { fillTown } from './town';

const presences: readonly Presence[] = ['there', 'unverified', 'unchecked', 'none'];

const benchClassifying = async (): Promise<Line[]> => {
  const chance = chanceFrom(43);
  const circles = Array.from({ length: 10_000 }, () => new Map([...classification.basic, ...classification.quality].map((format) => [format, chance.pick(presences)])));
  const of = (count: number) => each(20, async () => {
    for (const presence of circles.slice(0, count)) {
      const { reached } = classify(classification, presence, { low: 50, high: 70 });
      lacksFor(classification, reached === '品质型' ? '品质型' : '提升型', presence);
    }
  });
  const [eight, many] = await inTurn(5, () => of(8), () => of(10_000));
  return [{ what: '分型, with what is missing, of 8 and of 10 thousand circles', measured: `${eight!.toFixed(2)} ms and ${many!.toFixed(0)} ms = ${(many! / eight! / 1250).toFixed(2)} × as much a circle`, budget: 'reported', kept: null }];
};

export const benchFigures = async (world: World, count: number): Promise<Line[]> => {
  world.setNow(noon);
  await fillTown(world, count);
  const desk = world.host.database.as('desk');
  const [bare, page] = await inTurn(5, () => each(5, () => desk.read((db) => factRows(db, noon, noon))), () => each(5, async () => valueOf(await world.call('district', 'desk.overview', {}))));
  const id = newId();
  const freeze = await peak(async () => valueOf(await world.call('district', 'desk.snapshot', { id, name: `量一量 ${count}` })));
  const made = await peak(async () => {
    for (const { code } of tables.tables) valueOf(await world.call('district', 'export.table', { snapshot: id, table: code }));
  });
  const inSteps = (kind: 'report' | 'archive', circle: string | null) => peak(async () => {
    let { job } = valueOf(await world.call('district', 'export.ask', { id: newId(), snapshot: id, kind, circle }));
    while (job.state !== 'made') ({ job } = valueOf(await world.call('district', 'export.job', { id: job.id })));
  });
  const [report, archive] = [await inSteps('report', null), await inSteps('archive', 'dongdajie')];
  const label = `${count.toLocaleString('en')} outlets`;
  return [
    ...await benchClassifying(),
    { what: `the district’s page, ${label}, against the one statement it reads`, measured: `${page!.toFixed(0)} ms / ${bare!.toFixed(0)} ms = ${(page! / bare!).toFixed(2)} ×`, budget: 'reported', kept: null },
    { what: `a snapshot, ${label}`, measured: `${freeze.ms.toFixed(0)} ms, ${freeze.mb.toFixed(0)} MB at most`, budget: 'reported', kept: null },
    { what: 'the work report of it (.docx)', measured: `${report.ms.toFixed(0)} ms, ${report.mb.toFixed(0)} MB at most`, budget: 'reported', kept: null },
    { what: 'a circle’s papers for acceptance of it, the tables and the report made already', measured: `${archive.ms.toFixed(0)} ms, ${archive.mb.toFixed(0)} MB at most`, budget: 'reported', kept: null },
    { what: 'the five tables of it', measured: `${made.ms.toFixed(0)} ms, ${made.mb.toFixed(0)} MB at most`, budget: 'reported', kept: null },
  ];
};
