import type { Cell } from '../../../types/contract/survey';
import { meaning, verdictTag } from './words';

const cell = (over: Partial<Cell>): Cell => ({
  place: { kind: 'circle', id: 'a-circle', name: '圈' }, source: 'drawn', n: 300, scored: 290, rate: 0.93, interval: { low: 0.9, high: 0.955 }, unclear: 0.03, verdict: 'reached', target: 0.9, ...over,
});

describe('what a released figure says', () => {
  it('names the interval and that all of it reaches the target', () => expect(meaning(cell({}))).toBe('真实满意度很可能在 90.0%–95.5% 之间，整个区间都不低于 90%。'));
  it('says a missed target plainly', () => expect(meaning(cell({ verdict: 'missed', interval: { low: 0.7, high: 0.8 } }))).toContain('整个区间都低于 90%'));
  it('does not decide where the target lies inside the interval', () => expect(meaning(cell({ verdict: 'undecided' }))).toContain('还不够分出'));
  it('shows figures under the gate without judging', () => expect(meaning(cell({ verdict: 'below_gate' }))).toContain('不判断'));
  it('gives no interval to volunteers', () => {
    const said = meaning(cell({ source: 'open', verdict: 'voluntary', interval: null }));
    expect(said).toContain('自愿');
    expect(said).not.toContain('之间');
  });
  it('says why nothing is shown for fewer than ten', () => expect(meaning(cell({ verdict: 'too_few', rate: null, interval: null, n: null }))).toContain('不到 10 份'));
  it('has a word for every verdict', () => expect(Object.values(verdictTag).every(({ word }) => word.length > 1)).toBe(true));
});
