/** The parts of a .docx: well-formed, each of a type, each led to, its charts saying what its tables say, and the same bytes for the same report. */
import { strFromU8, unzipSync } from 'fflate';
import type { Block } from '../../../domain/report/blocks';
import { chartXml } from './chart';
import { documentOf } from './document';

const chart = { title: '网点 <A&B>', form: 'bar', unit: '家', categories: ['东大街', '西大街'], series: [{ name: '基本', values: [12, null] }, { name: '品质 "x"', values: [3, 4.5] }] } as const;
const blocks: Block[] = [
  { kind: 'title', text: '报告 & <样子>' }, { kind: 'heading', level: 1, text: '一、开头' },
  { kind: 'text', spans: [{ text: '有 ' }, { text: '12 家', ref: { code: 'outlets', kind: 'circle', id: 'dongdajie' } }, { text: '\u0000\u000b\ud800。', strong: true }] },
  { kind: 'item', spans: [{ text: '</w:t>' }] },
  { kind: 'chart', chart }, { kind: 'chart', chart: { ...chart, form: 'line', unit: '%', series: [{ name: '率', values: [0.5, 0.75] }] } },
  { kind: 'table', headings: ['圈', '数'], widths: [1, 2], rows: [[[{ text: '东大街' }], [{ text: '12 家', ref: { code: 'outlets', kind: 'circle', id: 'dongdajie' } }]], [[{ text: '打开', link: 'https://x/?a=1&b="2"' }], []]] },
];
const made = () => documentOf({ title: '报告 & <样子>', at: '2026-11-18T04:00:00.000Z', foot: '快照「<甲>」', blocks, linkOf: ({ code, id }) => `https://x/#/figure?code=${code}&id=${id}` });

/** Tags that open are closed in their order, and nothing stands bare that XML keeps for itself. */
const faultsOf = (xml: string): string[] => {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, tag] of xml.replace(/^<\?xml[^>]*\?>\s*/, '').matchAll(/<([^>]+)>/g)) {
    if (tag!.endsWith('/')) continue;
    if (!tag!.startsWith('/')) open.push(tag!.split(/\s/)[0]!);
    else if (open.pop() !== tag!.slice(1)) faults.push(`</${tag!.slice(1)}>`);
  }
  const bare = xml.replace(/<[^>]+>/g, '').match(/[<>]|&(?!amp;|lt;|gt;|quot;)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g) ?? [];
  return [...faults, ...open, ...bare];
};
const partsOf = (bytes: Uint8Array) => Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('.xlsx')).map(([path, content]) => [path, strFromU8(content)] as const);

test('every part is well-formed, whatever people typed', async () => {
  for (const [path, xml] of partsOf(await made())) expect([path, faultsOf(xml)]).toEqual([path, []]);
});

test('every part has a type, every relationship leads to a part, and every one that the body names is there', async () => {
  const parts = new Map(partsOf(await made()));
  const all = Object.keys(unzipSync(await made()));
  const types = parts.get('[Content_Types].xml')!;
  const byEnding = [...types.matchAll(/Default Extension="(\w+)"/g)].map(([, ending]) => ending!);
  const byName = [...types.matchAll(/Override PartName="\/([^"]+)"/g)].map(([, name]) => name!);
  expect(all.filter((path) => path !== '[Content_Types].xml' && !byName.includes(path) && !['rels', 'xlsx'].includes(path.split('.').at(-1)!))).toEqual([]);
  expect(all.every((path) => byName.includes(path) || byEnding.includes(path.split('.').at(-1)!))).toBe(true);
  expect(byName.filter((name) => !all.includes(name))).toEqual([]);
  for (const [path, xml] of parts) {
    if (!path.endsWith('.rels')) continue;
    const folder = path.replace(/_rels\/[^/]+$/, '');
    for (const [, target] of xml.matchAll(/Target="([^"]+)"\/>/g)) expect(all).toContain(new URL(target!, `file:///${folder}`).pathname.slice(1));
  }
  const ids = [...parts.get('word/_rels/document.xml.rels')!.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of parts.get('word/document.xml')!.matchAll(/r:id="([^"]+)"/g)) expect(ids).toContain(id);
});

test('an interval stands at its bar as how far the value may be off, and not where there is none', () => {
  const xml = chartXml({ title: '满意度', form: 'bar', unit: '%', categories: ['东大街', '西大街'], series: [{ name: '满意度', values: [0.9, 0.8], intervals: [{ low: 0.875, high: 0.9375 }, null] }] });
  const bars = /<c:errBars>(.*?)<\/c:errBars>/.exec(xml)![1]!;
  expect([...bars.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value).toFixed(4))).toEqual(['0.0375', '0.0000', '0.0250', '0.0000']);
  expect(chartXml({ ...chart })).not.toContain('errBars');
});

test('a chart holds its values, without those that are not known, and a workbook with the same', async () => {
  const files = unzipSync(await made());
  const xml = strFromU8(files['word/charts/chart1.xml']!);
  const values = [...xml.matchAll(/<c:numCache>.*?<\/c:numCache>/g)].map(([cache]) => [...cache.matchAll(/<c:pt idx="(\d)"><c:v>([^<]+)</g)].map(([, at, value]) => [Number(at), Number(value)]));
  expect(values).toEqual([[[0, 12]], [[0, 3], [1, 4.5]]]);
  const sheet = strFromU8(unzipSync(files['word/embeddings/chart1.xlsx']!)['xl/worksheets/sheet1.xml']!);
  expect([...sheet.matchAll(/<c r="([BC]\d)"[^>]*><v>([\d.]+)</g)].filter(([, cell]) => !cell!.endsWith('1')).map(([, cell, value]) => [cell, Number(value)])).toEqual([['B2', 12], ['C2', 3], ['C3', 4.5]]);
});

test('a number is a link to what it means, once for each figure; the same report is the same bytes', async () => {
  const [once, again] = [await made(), await made()];
  expect(Buffer.compare(once, again)).toBe(0);
  const rels = strFromU8(unzipSync(once)['word/_rels/document.xml.rels']!);
  expect(rels.match(/code=outlets/g)).toHaveLength(1);
  expect(rels).toContain('https://x/#/figure?code=outlets&amp;id=dongdajie" TargetMode="External"');
});
