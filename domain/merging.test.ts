import fc from 'fast-check';
import { suggestedToStay, takenOver, type Mergeable, type Weighed } from './merging';

const unknown = { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' } as const;
const one = (of: Partial<Mergeable> = {}): Mergeable => ({ owner: null, services: [], phone: null, opening: null, photos: [], creditCode: null, unlicensedReason: null, facts: unknown, confirmed: null, ...of });
const opening = { hours: Array.from({ length: 7 }, () => [{ from: 540, to: 1080 }]), dated: null };

test.each<[string, Partial<Mergeable>, Partial<Mergeable>, Partial<Mergeable>]>([
  ['G1 what is said stays', { phone: '1', creditCode: 'A' }, { phone: '2', creditCode: 'B' }, {}],
  ['G2 what is not said is taken over', {}, { phone: '2', opening }, { phone: '2', opening }],
  ['G2 a fact that nobody looked at', { facts: { ...unknown, cash: 'no' } }, { facts: { ...unknown, cash: 'yes', seats: 'yes' } }, { facts: { ...unknown, cash: 'no', seats: 'yes' } }],
  ['G2 with a licence the reason for having none goes', { unlicensedReason: '流动摊' }, { creditCode: 'B' }, { creditCode: 'B', unlicensedReason: null }],
  ['G2 without one on either side the reason is taken over', {}, { unlicensedReason: '流动摊' }, { unlicensedReason: '流动摊' }],
  ['G3 services of both', { services: ['a', 'b'] }, { services: ['b', 'c'] }, { services: ['a', 'b', 'c'] }],
  ['G3 photos of both, six at most', { photos: ['a', 'b', 'c', 'd', 'e'] }, { photos: ['f', 'g'] }, { photos: ['a', 'b', 'c', 'd', 'e', 'f'] }],
  ['G4 an owner where there was none', {}, { owner: 'x' }, { owner: 'x' }],
  ['G4 never another owner', { owner: 'y' }, { owner: 'x' }, {}],
  ['G5 the later confirmation', { confirmed: { at: '2026-01-01T00:00:00Z', by: 'staff' } }, { confirmed: { at: '2026-02-01T00:00:00Z', by: 'owner' } }, { confirmed: { at: '2026-02-01T00:00:00Z', by: 'owner' } }],
  ['G5 not an earlier one', { confirmed: { at: '2026-02-01T00:00:00Z', by: 'staff' } }, { confirmed: { at: '2026-01-01T00:00:00Z', by: 'owner' } }, {}],
])('%s', (_what, kept, gone, expected) => expect(takenOver(one(kept), one(gone))).toEqual(expected));

const text = fc.option(fc.constantFrom('p', 'q'), { nil: null });
const fact = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
const anyone: fc.Arbitrary<Mergeable> = fc.record({
  owner: text, services: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), phone: text, photos: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), opening: fc.option(fc.constant(opening), { nil: null }), creditCode: text, unlicensedReason: text,
  facts: fc.record({ cash: fact, stepFree: fact, seats: fact, staffed: fact }), confirmed: fc.constant(null),
});
test('G6 merged again, nothing more is taken over', () => {
  fc.assert(fc.property(anyone, anyone, (kept, gone) => expect(takenOver({ ...kept, ...takenOver(kept, gone) }, gone)).toEqual({})));
  fc.assert(fc.property(anyone, (kept) => expect(Object.keys(takenOver(kept, kept)).filter((field) => field !== 'unlicensedReason')).toEqual([])));
});

const weighed = (of: Partial<Weighed>): Weighed => ({ id: 'a', owned: false, licensed: false, verified: false, confirmedAt: null, phone: null, ...of });
test.each<[string, Partial<Weighed>, Partial<Weighed>]>([
  ['an owner before a licence', { owned: true }, { licensed: true, verified: true }],
  ['a licence before a visit', { licensed: true }, { verified: true, phone: '1' }],
  ['the later confirmation', { confirmedAt: '2026-02-01T00:00:00Z' }, { confirmedAt: '2026-01-01T00:00:00Z', phone: '1' }],
  ['a phone', { phone: '1' }, {}],
])('G7 %s stays', (_what, stays, goes) => {
  const [a, b] = [weighed({ ...stays, id: 'z' }), weighed({ ...goes, id: 'b' })];
  expect([suggestedToStay(a, b), suggestedToStay(b, a)]).toEqual(['z', 'z']);
});
test('G7 the first by its id where nothing tells them apart', () => {
  expect([suggestedToStay(weighed({ id: 'b' }), weighed({ id: 'a' })), suggestedToStay(weighed({ id: 'a' }), weighed({ id: 'b' }))]).toEqual(['a', 'a']);
});
