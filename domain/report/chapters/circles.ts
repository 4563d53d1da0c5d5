/** The circles: all in one table and one picture, then each by itself. */
import type { PlaceFigures } from '../../figures/sheet';
import { figureWords } from '../../figures/words';
import { words, type Block, type Spans } from '../blocks';
import { charted } from '../charted';
import { dueOf, lateOf } from '../circleState';
import { definitionOf, figure, figureWithNote, placesOf, shortName, valueOf, type ReportGiven } from '../given';

/** In this order, those that are known; the others are named in one sentence. */
const told = [
  'population', 'population60', 'households', 'compounds', 'area', 'outlets', 'outlets-basic', 'outlets-quality', 'outlets-chain', 'chain', 'multi', 'papers', 'fresh', 'complete', 'layout', 'checked', 'score',
  'satisfaction', 'satisfaction-verdict', 'centres', 'terminals', 'floorArea', 'jobs', 'investmentGovernment', 'investmentEnterprise', 'buildKind', 'operator',
];

export const circles = (given: ReportGiven): Block[] => {
  const all = placesOf(given, 'circle');
  return [
    { kind: 'heading', level: 1, text: `${all.length} 个生活圈` },
    {
      kind: 'table', headings: ['生活圈', '状态', '应当建成', '目标', '现在', '得分', '满意度', '答卷', '结论'], widths: [5, 4, 5, 4, 5, 4, 4, 4, 5],
      rows: all.map((place) => [
        words(shortName(place.name)), figure(given, place, 'state'), words(dueOf(given, place)),
        ...['target', 'type', 'score', 'satisfaction', 'satisfaction-n', 'satisfaction-verdict'].map((code) => figure(given, place, code)),
      ]),
    },
    ...charted(given, { title: '核实过的业态', unit: '种', places: all, codes: [{ code: 'basic-there', name: '基本保障类' }, { code: 'quality-there', name: '品质提升类' }] }),
    ...all.flatMap((place) => one(given, place)),
  ];
};

const one = (given: ReportGiven, place: PlaceFigures): Block[] => {
  const [known, open] = [told.filter((code) => valueOf(place, code).kind !== 'unknown'), told.filter((code) => valueOf(place, code).kind === 'unknown')];
  const [due, late] = [dueOf(given, place), lateOf(given, place)];
  const last = given.sheet.record?.steps.filter(({ circle }) => circle === place.id).at(-1);
  const pairs = known.map((code): Spans[] => [words(definitionOf(given, code).name), figureWithNote(given, place, code)]);
  return [
    { kind: 'heading', level: 2, text: place.name },
    { kind: 'text', spans: [...figure(given, place, 'streets'), { text: '，' }, ...figure(given, place, 'communities'), { text: '社区：' }, ...figure(given, place, 'community-names'), { text: '。' }] },
    {
      kind: 'text',
      spans: [
        { text: '建设状态：' }, ...figure(given, place, 'state'), { text: `${last ? `（${last.day} 记${last.note ? `：${last.note}` : ''}）` : ''}；方案要求 ${due} 建成${late === null ? '' : `，已过 ${late} 天`}。` },
        { text: '目标 ' }, ...figure(given, place, 'target'), { text: '，现在 ' }, ...figure(given, place, 'type'), { text: '。' },
      ],
    },
    { kind: 'text', spans: [{ text: '分型：' }, ...figure(given, place, 'missing'), { text: '。' }] },
    { kind: 'table', headings: ['名称', '数', '名称', '数'], widths: [4, 5, 4, 5], rows: pairs.flatMap((pair, i) => (i % 2 === 0 ? [[...pair, ...(pairs[i + 1] ?? [words(''), words('')])]] : [])) },
    ...(open.length > 0 ? [{ kind: 'text', mute: true, spans: words(`还不知道：${open.map((code) => `${definitionOf(given, code).name}（${whyOf(given, place, code)}）`).join('、')}。`) } as const] : []),
  ];
};
const whyOf = (given: ReportGiven, place: PlaceFigures, code: string): string => { const value = valueOf(place, code); return value.kind === 'unknown' ? value.why : figureWords(value, definitionOf(given, code)); };
