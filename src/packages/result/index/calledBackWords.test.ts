import type { Callback, CalledBack } from '../../../../types/contract/results';
import { calledWords, correctedWords, outcomeWords, stateWords, troubleWords } from './calledBackWords';

const of = (change: Partial<CalledBack> = {}): CalledBack => ({ name: '圈', figures: { called: 33, own: 19, led: 1, unanswered: 5, noLetter: 1 }, without: [], troubled: false, ...change });
const callback = (change: Partial<Callback> = {}): Callback => ({ state: 'counts', seed: '某期开奖', seedAt: '2026-11-24T04:00:00.000Z', at: '2026-11-27T04:00:00.000Z', called: 33, corrected: 0, troubleAbove: 0.05, here: of(), district: of(), communities: [], ...change });
const day = (instant: string) => instant.slice(5, 10);

test('before there are counts it says that they are to come', () => {
  expect(stateWords(callback({ state: 'plan' }), day)).toBe('收完答卷以后，要从收过信的人家里再抽 33 户去问。抽哪几户，由「某期开奖」定，11-24公布，现在谁也不知道。');
  expect(stateWords(callback({ state: 'draw' }), day)).toContain('结果还没有登记');
});
test('counts: whoever was not reached is in the first number, and few are not told', () => {
  expect(calledWords(of())).toBe('从收过信的人家里又抽了 33 户去问，联系上 26 户。');
  expect(outcomeWords(of())).toBe('19 户说是自己家拿的主意，1 户说是别人替填或有人要求怎么填，5 户说没有答，1 户说没收到信。');
  expect(calledWords(of({ figures: null }))).toContain('不公布');
  expect(calledWords(of({ without: ['甲', '乙'] }))).toContain('没有算进来：甲、乙');
});
test('trouble is said with its counts and the line, and that the rate stays', () => {
  expect(troubleWords(of(), callback())).toBeNull();
  expect(troubleWords(of({ figures: { called: 33, own: 17, led: 3, unanswered: 5, noLetter: 1 }, troubled: true }), callback())).toMatch(/^答过的 20 户里，有 3 户说是别人替填或有人要求怎么填，多于 5%。[^]*数字没有改/);
});
test('corrections are counted', () => {
  expect(correctedWords(callback(), day)).toBeNull();
  expect(correctedWords(callback({ corrected: 2 }), day)).toContain('更正过 2 次，最近一次 11-27');
});
