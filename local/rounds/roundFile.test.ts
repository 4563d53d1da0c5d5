import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRoundFile } from './roundFile';

const example = readFileSync(join(__dirname, '../../docs/examples/round.json'), 'utf8');
const with_ = (change: Record<string, unknown>) => JSON.stringify({ ...(JSON.parse(example) as object), ...change });

test('the example is read, its times as UTC', () => {
  expect(readRoundFile(example)).toMatchObject({ source: 'open', communities: 'all', opensAt: '2027-03-01T00:00:00.000Z', releases: [{ kind: 'interim' }, { kind: 'final', at: '2027-03-24T01:00:00.000Z' }] });
});

test('the example of a round about needs is read', () => {
  expect(readRoundFile(readFileSync(join(__dirname, '../../docs/examples/round-needs.json'), 'utf8'))).toMatchObject({ topic: 'needs', source: 'open' });
});

test.each([
  ['a list of communities', { communities: ['620602001001'] }],
  ['circles', { communities: { circles: ['dongdajie'] } }],
  ['a drawn round', { source: 'drawn' }],
])('%s may be written', (_, change) => {
  expect(readRoundFile(with_(change))).toMatchObject(change);
});

test('no target may be written: the method has one', () => {
  expect(readRoundFile(with_({ target: undefined })).target).toBeUndefined();
});

test('a census table and the time until when answers are kept may be written', () => {
  expect(readRoundFile(with_({ census: '2025年末', keepUntil: '2030-01-01T00:00:00+08:00' }))).toMatchObject({ census: '2025年末', keepUntil: '2029-12-31T16:00:00.000Z' });
  expect(readRoundFile(example)).not.toHaveProperty('census');
});

test.each([
  ['no JSON', '{id: 1}', '不是 JSON'],
  ['no object', '3', '应是一个 {…}'],
  ['something missing', with_({ title: undefined }), '缺「title」'],
  ['something more', with_({ demo: true }), '「demo」是多余的'],
  ['an id with capitals', with_({ id: 'Spring' }), '「id」不对：应是 3 到 40 个小写字母'],
  ['an unknown source', with_({ source: 'post' }), '「source」不对：只能是 "open"'],
  ['a time without its zone', with_({ opensAt: '2027-03-01T08:00:00' }), '「opensAt」不对：应写成 2026-12-01T09:00:00+08:00'],
  ['a day that does not exist', with_({ closesAt: '2027-02-30T08:00:00+08:00' }), '「closesAt」不对：日历上没有'],
  ['a number for a time', with_({ closesAt: 20270301 }), '「closesAt」不对：应是加引号的时间'],
  ['a community code that is none', with_({ communities: ['南苑社区'] }), '「communities'],
  ['a negative target', with_({ target: -1 }), '「target」不对'],
  ['a census table by its number', with_({ census: 2025 }), '「census」不对：应是导入过的人口表的版本'],
  ['an empty census table', with_({ census: ' ' }), '「census」不对'],
  ['a time to keep without its zone', with_({ keepUntil: '2030-01-01' }), '「keepUntil」不对：应写成'],
  ['an unknown release', with_({ releases: [{ kind: 'first', at: '2027-03-24T09:00:00+08:00' }] }), '「releases.0.kind」不对：只能是 "interim"'],
])('%s is refused in one sentence', (_, text, sentence) => {
  expect(() => readRoundFile(text)).toThrow(sentence);
});
