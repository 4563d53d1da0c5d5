/** Which formats each circle has, and how many outlets carry them. */
import { presenceWords } from '../../tables';
import { item, words, type Block, type Spans } from '../blocks';
import { charted } from '../charted';
import { placesOf, shortName, valueOf, type ReportGiven } from '../given';
import type { PlaceFigures } from '../../figures/sheet';

export const formats = (given: ReportGiven): Block[] => {
  const { classification: { basic, quality }, formats: { formats: catalogue }, sheet } = given;
  const circles = placesOf(given, 'circle');
  const nameOf = (code: string) => catalogue.find((one) => one.code === code)?.name ?? code;
  const cellOf = (place: PlaceFigures, code: string): Spans => {
    const presence = sheet.circles.find(({ circle }) => circle === place.id)?.presence[code] ?? 'unchecked';
    const outlets = valueOf(place, `format.${code}`);
    const n = outlets.kind === 'number' ? outlets.value : 0;
    return [{ text: n > 0 ? `${presenceWords[presence]} ${n} 家` : presenceWords[presence], ref: { code: `format.${code}`, kind: 'circle', id: place.id } }];
  };
  const table = (codes: readonly string[]): Block => ({
    kind: 'table', headings: ['业态', ...circles.map(({ name }) => shortName(name))], widths: [4, ...circles.map(() => 3)], rows: codes.map((code) => [words(nameOf(code)), ...circles.map((place) => cellOf(place, code))]),
  });
  return [
    { kind: 'heading', level: 1, text: '业态和网点' },
    item('一店多能：一家店给它带的每种服务各算一次，所以各业态的家数加起来会比网点总数多。'),
    ...charted(given, { title: '图上的网点', unit: '家', places: circles, codes: [{ code: 'outlets-basic', name: '基本保障类' }, { code: 'outlets-quality', name: '品质提升类' }] }),
    { kind: 'heading', level: 2, text: '基本保障类' },
    table(basic),
    { kind: 'heading', level: 2, text: '品质提升类' },
    table(quality),
  ];
};
