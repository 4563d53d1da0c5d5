import { encode } from 'uqr';
import { drawSheet, sheetPixels, type Pen } from './draw';
import { posterWords } from './words';

const link = 'https://liangzhou.example.gov.cn/s/ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const modules = encode(link, { ecc: 'Q', border: 4 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
const poster = {
  community: { code: '620602001001', name: '南苑社区' }, street: { code: '620602001', name: '东大街街道' }, circles: ['东大街生活圈'],
  scene: 'abcde12345', link, modules, hotline: '96345', demo: true,
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
  expect(texts.every(({ y }) => y > 0 && y < sheetPixels.height)).toBe(true);
  const all = texts.map(({ text }) => text).join('\n');
  for (const word of ['南苑社区', '东大街生活圈', 'abcde-12345', '96345', link]) expect(all).toContain(word);
});

test('only a demonstration says so', () => {
  expect(drawn(true).texts.some(({ text }) => text.includes('演示'))).toBe(true);
  expect(drawn(false).texts.some(({ text }) => text.includes('演示'))).toBe(false);
});
