import { encode } from 'uqr';
import { qrSvg, svgLink } from './svg';

const modulesOf = (text: string) => encode(text, { ecc: 'Q', border: 4 }).data.map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));

/** Paints the path back onto a grid. */
function painted(svg: string, size: number): string[] {
  const grid = Array.from({ length: size }, () => new Array<string>(size).fill('0'));
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) for (let at = 0; at < Number(length); at += 1) grid[Number(y)]![Number(x) + at] = '1';
  return grid.map((row) => row.join(''));
}

test.each(['http://localhost:10086/s/5jrw5hs0qt', 'https://liangzhou.example.gov.cn/s/ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'])('the picture holds exactly the modules of %s', (link) => {
  const modules = modulesOf(link);
  expect(painted(qrSvg(modules), modules.length)).toEqual(modules);
});

test('as a link it holds nothing that would end the attribute or the url() it stands in', () => expect(svgLink(qrSvg(modulesOf('x')))).not.toMatch(/["\s#<>]/));
