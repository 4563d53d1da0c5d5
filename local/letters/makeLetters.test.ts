import { randomBytes } from 'node:crypto';
import type { RoundDefinition } from '../../types/round';
import { codeHashOf, drawLetters, drawnFor, externalLetters, frameHashOf } from './makeLetters';
import { letterPages } from './print';

const households = (community: string, n: number) => Array.from({ length: n }, (_, i) => ({ community, number: String(i + 1), address: `<${i + 1}> 号` }));
const frame = [...households('620602001001', 30), ...households('620602001002', 20)];
const definition = {
  id: 'spring', title: '春季 & 调查', opensAt: '2027-03-01T00:00:00.000Z', closesAt: '2027-03-22T12:00:00.000Z', demo: false, approval: null, communities: [{ code: '620602001001', target: 5 }, { code: '620602001002', target: 5 }],
  sample: { from: 'frame', frame: frameHashOf(frame), households: 50, seed: '一次开奖', seedAt: '2027-02-20T13:30:00.000Z', letters: [{ code: '620602001001', letters: 8 }, { code: '620602001002', letters: 4 }] },
} as unknown as RoundDefinition;
const external = { ...definition, sample: { from: 'external', who: '别处' } } as RoundDefinition;

test('whoever draws again finds the same households; the codes are new each time, and the list holds neither', () => {
  const { letters, list } = drawLetters(definition, frame, '03 08 12');
  expect(letters).toHaveLength(12);
  expect(list.drawn).toBe(drawnFor(definition, [...frame].reverse(), '０３，08，12').hash);
  expect(drawLetters(definition, frame, '03 08 12').letters.map(({ household }) => household)).toEqual(letters.map(({ household }) => household));
  expect(new Set([...letters, ...drawLetters(definition, frame, '03 08 12').letters].map(({ code }) => code)).size).toBe(24);
  expect(list.letters.map(({ codeHash }) => codeHash)).toEqual(letters.map(({ code }) => codeHashOf(code)).sort());
  for (const { code, household } of letters) for (const secret of [code, household.address]) expect(JSON.stringify(list)).not.toContain(secret);
});

test('a frame that was changed after the sealing, an empty seed, and a list for the other kind of round are refused', () => {
  expect(() => drawLetters(definition, frame.slice(1), '03 08 12')).toThrow('与轮次封存时的不一样');
  expect(() => drawLetters(definition, frame, ' ，')).toThrow('种子是空的');
  expect(() => drawLetters(external, frame, '03')).toThrow('外部名单');
  expect(() => externalLetters(definition, frame)).toThrow('从户名册里抽');
  expect(() => externalLetters(external, [{ community: '620602007001', number: '1', address: '一号' }])).toThrow('不在这一轮里');
});

test('a list from elsewhere gets a letter for each line and says so', () => {
  const { letters, list } = externalLetters(external, frame, randomBytes);
  expect(letters).toHaveLength(50);
  expect(list).toMatchObject({ origin: 'external', seed: null, drawn: null });
});

test('a letter holds its code once in words and once as a QR code, and nothing of an address becomes a tag', () => {
  const { letters } = drawLetters(definition, frame, '03 08 12');
  const html = letterPages(letters, { definition, communities: new Map([['620602001001', '南苑社区']]), url: 'https://lz.test', hotline: '12345' });
  for (const { code } of letters) expect(html.split(code)).toHaveLength(2);
  expect(html.match(/<svg/g)).toHaveLength(12);
  expect(html).not.toMatch(/<\d+>/);
  expect(html).toContain('春季 &#38; 调查');
  expect(html).not.toContain('演示信函');
});

test('an approved survey carries its marks', () => {
  const approval = { 表号: '凉商调 1 号', 制定机关: '凉州区商务局', 批准机关: '武威市统计局', 批准文号: '武统制〔2027〕1 号', 有效期: '2028 年底' };
  const [letter] = drawLetters(definition, frame, '03 08 12').letters;
  expect(letterPages([letter!], { definition: { ...definition, approval }, communities: new Map(), url: 'https://lz.test', hotline: '12345' })).toContain('表号：凉商调 1 号　制定机关：凉州区商务局');
});
