import { upkeep } from '../rules';
import { alone, walkReasons, type Seen } from './walk-reasons';

const now = Date.parse('2026-11-18T04:00:00.000Z');
const day = 86_400_000;
const fine: Seen = { standing: 'fine', wrong: false, lastSign: now - day, licensed: true, witnessUntil: null, facts: ['yes', 'no', 'yes', 'no'] };

test.each<[string, Partial<Seen>, string[]]>([
  ['W6: nothing to look at', {}, []],
  ['W1: hidden', { standing: 'hidden' }, ['hidden']],
  ['W1: doubted', { standing: 'doubted' }, ['doubted']],
  ['W2: seen to be wrong', { wrong: true }, ['wrong']],
  ['W3: no sign at all', { lastSign: null }, ['never']],
  ['W3: the last day it counts', { lastSign: now - upkeep.staleDays * day }, []],
  ['W3: a moment later', { lastSign: now - upkeep.staleDays * day - 1 }, ['stale']],
  ['W4: no licence, no witness', { licensed: false }, ['witness']],
  ['W4: a witness that stands long', { licensed: false, witnessUntil: now + (upkeep.witness.remindDays + 1) * day }, []],
  ['W4: a witness that ends soon', { licensed: false, witnessUntil: now + upkeep.witness.remindDays * day }, ['witness']],
  ['W4: a licence needs none', { licensed: true, witnessUntil: now }, []],
  ['W5: a fact not known', { facts: ['yes', 'unknown', 'no', 'yes'] }, ['facts']],
  ['W6: all, the gravest first', { standing: 'hidden', wrong: true, lastSign: null, licensed: false, facts: ['unknown'] }, ['hidden', 'wrong', 'never', 'witness', 'facts']],
])('%s', (_name, change, reasons) => expect(walkReasons({ ...fine, ...change }, now, upkeep)).toEqual(reasons));

test.each<[string, Parameters<typeof alone>[0], string | null]>([
  ['W7: stale', ['stale'], null],
  ['W7: stale, and not all is known', ['stale', 'facts'], null],
  ['W7: nobody ever knew it', ['never'], 'never'],
  ['W7: called closed', ['doubted', 'stale'], 'doubted'],
  ['W7: seen to be wrong', ['wrong', 'stale'], 'wrong'],
  ['W7: to be witnessed', ['stale', 'witness', 'facts'], 'witness'],
])('%s', (_name, why, reason) => expect(alone(why)).toBe(reason));
