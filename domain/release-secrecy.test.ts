/**
 * An attacker against the rule of disclosure.ts. He knows who answered where, how, when and who withdrew; he takes every set that
 * anything was published about, in every release of a round, and whatever he can make of them: a set less one within it, two apart
 * from each other together, what two have in common where their union is known. He wins with a set of 1–9.
 */
import fc from 'fast-check';
import { method, questionnaireA, questionnaireB } from '../rules';
import type { Source } from '../types/contract/shared';
import type { Cell, Distribution } from '../types/contract/results';
import { blocksOf } from './disclosure';
import { methodOf } from './method';
import { releaseOf, type Release } from './release';
import { ReleaseCount, type ListedResponse, type PublishedBlock } from './release-count';
import { bandOf } from './weights';

const rules = methodOf(method);

interface Person {
  readonly community: string;
  readonly source: Source;
  readonly ageBand: string;
  readonly filler: 'self' | 'assisted' | 'proxy';
  readonly flagged: boolean;
  readonly A6: string;
  readonly child: boolean;
  /** The release before which it came, and the one before which it was withdrawn (the number of releases: never). */
  readonly came: number;
  readonly left: number;
}
interface Round {
  readonly communities: readonly string[];
  readonly circles: readonly { readonly id: string; readonly name: string; readonly communities: readonly string[] }[];
  readonly people: readonly Person[];
  readonly releases: number;
}

const rest = { A3: 'over-3-years', ...Object.fromEntries(['A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A15'].map((id) => [id, 'satisfied'])), A16: '6-10', A17: ['price'] };
const answersOf = (person: Person) => ({
  ...rest, A2: person.ageBand, A4: person.filler === 'assisted' ? 'staff' : person.filler === 'proxy' ? 'family' : 'self', A5: [person.child ? 'child' : 'none'],
  A6: person.A6, ...(person.child ? { A14: 'neutral' } : {}),
});

/** Of 有什么、缺什么: whoever scores 不清楚 in the other knows of no format here. */
const needsOf = (person: Person) => ({ ...Object.fromEntries(['B6-repair', 'B6-canteen', 'B6-parcel'].map((id) => [id, person.A6 === 'unclear' ? 'unclear' : person.child ? 'none' : 'enough'])), B8: person.child ? ['repair'] : [] });
const kinds = { satisfaction: { questionnaire: questionnaireA, answersOf }, needs: { questionnaire: questionnaireB, answersOf: needsOf } } as const;
type Kind = keyof typeof kinds;

/** All releases of a round, made one after the other as the clock would. */
function publish({ communities, circles, people, releases }: Round, kind: Kind = 'satisfaction'): Release[] {
  const blocks = blocksOf(communities, circles);
  const made: Release[] = [];
  let previous: readonly PublishedBlock[] = [];
  for (let at = 0; at < releases; at += 1) {
    const count = new ReleaseCount({ kind: at === releases - 1 ? 'final' : 'interim', questionnaire: kinds[kind].questionnaire, method: rules, blocks, previous });
    people.forEach((person, position) => { if (person.came <= at) count.add(listed(person, position, person.left <= at, kinds[kind].answersOf)); });
    const release = releaseOf({
      count, source: 'drawn', census: null, sealedAt: () => '2026-11-01T00:00:00.000Z', at: '2026-11-02T00:00:00.000Z',
      places: { circles, district: { id: 'district', name: '全区' }, names: new Map(communities.map((code) => [code, code])) },
    });
    made.push(release);
    previous = release.blocks;
  }
  return made;
}
const listed = (person: Person, position: number, gone: boolean, answers: (person: Person) => Record<string, string | string[]>): ListedResponse => (gone
  ? { position, community: person.community, source: person.source, answers: null, eligible: null, ageBand: null, mode: null, proxy: null, flagged: false }
  : { position, community: person.community, source: person.source, answers: answers(person), eligible: true, ageBand: person.ageBand, mode: person.filler === 'assisted' ? 'assisted' : 'self', proxy: person.filler === 'proxy', flagged: person.flagged });

/** Who is in a published figure: worked out from its place and the cuts of the blocks, and held against its n. */
interface Known { readonly name: string; readonly members: ReadonlySet<number> }

function knownSets(round: Round, releases: readonly Release[]): Known[] {
  const lastRenewed = new Map<string, { cut: number; at: number }>();
  return releases.flatMap(({ cells, blocks }, at) => {
    for (const { id, source, cuts } of blocks) {
      const cut = cuts[cuts.length - 1]!;
      if (lastRenewed.get(`${id} ${source}`)?.cut !== cut) lastRenewed.set(`${id} ${source}`, { cut, at });
    }
    return cells.flatMap(({ cell, distributions }) => setsOf(round, cell, distributions, lastRenewed).map((set) => ({ ...set, name: `release ${at}: ${set.name}` })));
  });
}

function setsOf({ communities, circles, people }: Round, cell: Cell, distributions: readonly Distribution[], renewed: ReadonlyMap<string, { cut: number; at: number }>): Known[] {
  if (cell.n === null) return [];
  const inPlace = (community: string) => {
    if (cell.place.kind === 'district') return communities.includes(community);
    if (cell.place.kind === 'circle') return circles.find(({ id }) => id === cell.place.id)!.communities.includes(community);
    return cell.place.communities?.includes(community) ?? cell.place.id === community;
  };
  const blockId = (community: string) => circles.filter((circle) => circle.communities.includes(community)).map(({ id }) => id).join('+');
  const everybody = people.flatMap((person, position) => {
    const state = renewed.get(`${blockId(person.community)} ${cell.source}`);
    return state && person.source === cell.source && inPlace(person.community) && position <= state.cut && person.came <= state.at && person.left > state.at ? [position] : [];
  });
  const name = `${cell.place.kind} ${cell.place.id} ${cell.source}`;
  const set = (what: string, test: (person: Person) => boolean): Known => ({ name: `${name} ${what}`, members: new Set(everybody.filter((position) => test(people[position]!))) });
  const mode = (band: string, filler: string) => ({ ageBand, filler: by }: Person) => bandOf(ageBand) === band && by === filler;
  const whole = set('', () => true);
  expect([name, whole.members.size]).toEqual([name, cell.n]);
  return [
    whole,
    ...(cell.flagged ? [set('flagged', ({ flagged }) => flagged), set('unflagged', ({ flagged }) => !flagged)] : []),
    ...(cell.modes?.bands.flatMap(({ band }) => [set(`${band} self`, mode(band, 'self')), set(`${band} assisted`, mode(band, 'assisted'))]) ?? []),
    ...(cell.modes && cell.modes.proxy !== null ? [set('proxy', ({ filler }) => filler === 'proxy')] : []),
    ...(distributions.some(({ question }) => question === 'A14') ? [set('asked of children', ({ child }) => child)] : []),
  ];
}

/** Whatever can be made of the sets: masks over groups of people who are in the same of them. Returns how a set of 1–9 is had, or null. */
function attack(round: Round, known: readonly Known[], sizeOf: (person: Person) => number): string | null {
  const groups = new Map<string, { bit: bigint; people: number; size: number }>();
  const masks = known.map(() => 0n);
  round.people.forEach((person, position) => {
    const inside = known.map(({ members }) => members.has(position));
    if (!inside.includes(true)) return;
    const key = inside.map(Number).join('');
    let group = groups.get(key);
    if (!group) groups.set(key, group = { bit: 1n << BigInt(groups.size), people: 0, size: 0 });
    group.people += 1;
    group.size += sizeOf(person);
    const { bit } = group;
    inside.forEach((is, i) => { if (is) masks[i]! |= bit; });
  });
  const all = [...groups.values()];
  const sizes = (mask: bigint) => all.reduce((sum, { bit, people, size }) => ((mask & bit) === 0n ? sum : { people: sum.people + people, size: sum.size + size }), { people: 0, size: 0 });
  const had = new Map<bigint, string>();
  const queue: bigint[] = [];
  const learn = (mask: bigint, how: () => string): string | null => {
    if (mask === 0n || had.has(mask) || had.size > 400) return null;
    had.set(mask, how());
    queue.push(mask);
    const { people, size } = sizes(mask);
    return people > 0 && size < 10 ? `${size} of ${people}: ${had.get(mask)!}` : null;
  };
  let found: string | null = null;
  known.forEach(({ name }, i) => { found ??= learn(masks[i]!, () => name); });
  for (let i = 0; i < queue.length && found === null; i += 1) {
    for (let j = 0; j < i && found === null; j += 1) {
      const [a, b] = [queue[i]!, queue[j]!];
      const name = (sign: string) => () => `(${had.get(a)!}) ${sign} (${had.get(b)!})`;
      if ((a & b) === b) found = learn(a & ~b, name('less'));
      else if ((a & b) === a) found = learn(b & ~a, name('more'));
      else if ((a & b) === 0n) found = learn(a | b, name('and'));
      else if (had.has(a | b)) found = learn(a & b, name('with'));
    }
  }
  return found;
}

const communities = ['a', 'b', 'c', 'd', 'e'];
const circlesOf = (lists: readonly (readonly string[])[]) => lists.flatMap((of, i) => (of.length > 0 ? [{ id: `circle-${'xyz'[i]!}`, name: `圈${i}`, communities: of }] : []));

/** People come in groups that are alike, of sizes around the limit, so that small differences are common. */
const round = fc.integer({ min: 1, max: 3 }).chain((releases) => {
  const group = fc.record({
    n: fc.oneof(fc.constantFrom(1, 2, 9, 10, 11, 20, 21, 30, 31), fc.integer({ min: 1, max: 60 })),
    community: fc.constantFrom(...communities), source: fc.constantFrom<Source>('drawn', 'drawn', 'drawn', 'open'), ageBand: fc.constantFrom('35-49', '35-49', '70-79'),
    filler: fc.constantFrom<Person['filler']>('self', 'self', 'assisted', 'proxy'), flagged: fc.constantFrom(false, false, false, true), A6: fc.constantFrom('satisfied', 'satisfied', 'neutral', 'unclear'),
    child: fc.boolean(), came: fc.integer({ min: 0, max: releases - 1 }), leaving: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 })), left: fc.integer({ min: 1, max: releases }),
  });
  const people = fc.array(group, { minLength: 1, maxLength: 16 }).map((groups) => groups.flatMap(({ n, leaving, left, ...person }) =>
    Array.from({ length: n }, (_, i): Person => ({ ...person, left: i < leaving && left > person.came ? left : releases }))).sort((a, b) => a.came - b.came));
  const circles = fc.array(fc.subarray(communities), { minLength: 1, maxLength: 3 }).map(circlesOf);
  return fc.record({ communities: fc.constant(communities), circles, people, releases: fc.constant(releases) });
});

describe('an attacker who takes published figures from each other', () => {
  test('finds no set but of ten and more who gave a score', () => {
    fc.assert(fc.property(round, (one) => {
      expect(attack(one, knownSets(one, publish(one)), ({ A6 }) => (A6 === 'unclear' ? 0 : 1))).toBeNull();
    }), { numRuns: 250 });
  });

  test('finds nothing where of ten withdrawn answers one had said 不清楚', () => {
    const person = (change: Partial<Person>): Person => ({ community: 'a', source: 'drawn', ageBand: '35-49', filler: 'self', flagged: false, A6: 'satisfied', child: false, came: 0, left: 2, ...change });
    const some = (n: number, change: Partial<Person>) => Array.from({ length: n }, () => person(change));
    const one: Round = { communities, circles: [], releases: 2, people: [...some(1, { A6: 'unclear', left: 1 }), ...some(10, {}), ...some(9, { flagged: true, left: 1 }), ...some(20, { flagged: true }), ...some(1, { source: 'open' })] };
    expect(attack(one, knownSets(one, publish(one)), ({ A6 }) => (A6 === 'unclear' ? 0 : 1))).toBeNull();
  });

  test('finds none in 有什么、缺什么 either, whatever somebody said he knows of', () => {
    let [told, withheld] = [0, 0];
    fc.assert(fc.property(round, (one) => {
      const releases = publish(one, 'needs');
      expect(attack(one, knownSets(one, releases), () => 1)).toBeNull();
      for (const { cell } of releases.flatMap(({ cells }) => cells)) for (const { known } of cell.needs ?? []) {
        expect(known === null || known >= rules.needs!.knownAtLeast).toBe(true);
        if (known === null) withheld += 1;
        else told += 1;
      }
    }), { numRuns: 150 });
    expect([told > 0, withheld > 0]).toEqual([true, true]);
  });

  test('is able to: he finds the three that a naive release gives away', () => {
    const people = [30, 3].flatMap((n, i) => Array.from({ length: n }, (): Person => ({ community: 'ab'[i]!, source: 'drawn', ageBand: '35-49', filler: 'self', flagged: false, A6: 'satisfied', child: false, came: 0, left: 1 })));
    const naive: Known[] = [{ name: 'circle', members: new Set(people.keys())}, { name: 'community', members: new Set(people.slice(3).keys())}];
    expect(attack({ communities, circles: [], people, releases: 1 }, naive, () => 1)).toBe('3 of 3: (community) more (circle)');
  });
});
