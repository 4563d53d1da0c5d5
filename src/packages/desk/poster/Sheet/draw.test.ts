import { encode } from 'uqr';
import { drawSheet, sheetPixels, type Pen } from './draw';
import { posterWords } from './words';

const link = 'https://liangzhou.example.gov.cn/s/ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const modules = encode(link, { ecc: 'Q', border: 4 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
const poster = {
  community: { code: '620602001001', name: '南苑社区' }, street: { code: '620602001', name: '东大街街道' }, circles: ['东大街生活圈'],
  scene: 'abcde12345', link, modules, hotline: '96345', demo: true,
  seal: { round: { id: 'spring', title: '春季' }, number: 27, at: '2026-11-22T10:00:00.000Z', size: 232, root: '0123456789abcdef'.repeat(4) },
  approval: { 表号: '凉商调1表', 制定机关: '凉州区商务局', 批准机关: '武威市统计局', 批准文号: '武统字〔2026〕1号', 有效期: '2027年12月' },
};

function drawn(demo: boolean) {
  const rects: number[][] = [];
  const texts: { text: string; x: number; y: number }[] = [];
  const pen: Pen = {
    fillStyle: '', strokeStyle: '', lineWidth: 1, font: '', textAlign: '', textBaseline: '',
    fillRect: (...rect) => void rects.push(rect), strokeRect: () => undefined, fillText: (text, x, y) => void texts.push({ text, x, y }),
  };
  drawSheet(pen, posterWords({ ...poster, demo }), modules);
  return { rects, texts };
}

test('every dark module is one square of whole dots, at least 60 mm for all of them', () => {
  const [, ...squares] = drawn(true).rects;
  expect(squares).toHaveLength(modules.join('').split('1').length - 1);
  expect(squares.flat().every(Number.isInteger)).toBe(true);
  const xs = squares.map(([x]) => x!);
  expect(((Math.max(...xs) - Math.min(...xs) + squares[0]![2]!) / sheetPixels.width) * 210).toBeGreaterThanOrEqual(60);
});

test('all words stand on the sheet, with the number to call and the code', () => {
  const { texts } = drawn(true);
  expect(texts.every(({ y }) => y > 0 && y < sheetPixels.height - 20)).toBe(true);
  const lines = texts.map(({ y }) => y).sort((a, b) => a - b);
  expect(Math.min(...lines.slice(1).map((y, at) => y - lines[at]!))).toBeGreaterThanOrEqual(26); // none on another
  const all = texts.map(({ text }) => text).join('\n');
  for (const word of ['第 27 道封存 · 2026年11月22日 18:00 · 232 项', '0123 4567 89ab cdef 0123 4567 89ab cdef', '批准文号：武统字〔2026〕1号', '南苑社区', '东大街生活圈', 'abcde-12345', '96345', link]) expect(all).toContain(word);
});

test('only a demonstration says so', () => {
  expect(drawn(true).texts.some(({ text }) => text.includes('演示'))).toBe(true);
  expect(drawn(false).texts.some(({ text }) => text.includes('演示'))).toBe(false);
});

test('without a round there is no seal, and without an approval no marks', () => {
  const words = posterWords({ ...poster, seal: null, approval: null });
  expect([words.seal, words.approval]).toEqual([null, []]);
});
