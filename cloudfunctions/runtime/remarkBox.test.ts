/** Who can open what a resident wrote, and what its box gives away. */
import { createHash } from 'node:crypto';
import { remarkKeysFrom, remarkOpener, remarkReader, remarkWriter } from './remarkBox';

const keyOf = (name: string) => createHash('sha256').update(name).digest();
const key = keyOf('one');
const { publicKey, deskKey } = remarkKeysFrom(key);
const writer = remarkWriter(publicKey);
const opener = remarkOpener(key);
const reader = remarkReader(deskKey);
const remark = { text: '菜市场六点半才开，早起的人买不到菜。', state: 'held' } as const;
const place = { round: 'round-1', batch: 2, place: 3 };
/** The same with one character of its end changed. */
const changed = (text: string) => text.slice(0, -3) + (text.at(-3) === 'A' ? 'B' : 'A') + text.slice(-2);

test('what survey closes the clock alone opens', () => {
  const box = writer.seal('round-1', remark);
  expect(opener.open('round-1', box)).toEqual(remark);
  expect(opener.open('round-1', opener.seal('round-1', remark))).toEqual(remark);
  // the public key and the district's key, taken for the private one, open nothing
  for (const other of [publicKey, deskKey, keyOf('two')]) expect(remarkOpener(other).open('round-1', box)).toBeNull();
  expect(reader.read(place, box)).toBeNull();
});

test.each([
  ['moved to another round', 'round-2', (box: string) => box],
  ['changed', 'round-1', changed],
  ['cut short', 'round-1', (box: string) => box.slice(0, 60)],
  ['not a box', 'round-1', () => '一句没有封的话'],
])('a box that was %s stays closed', (_what, round, change) => {
  expect(opener.open(round, change(writer.seal('round-1', remark)))).toBeNull();
});

test('what the clock shows is read in its own place, under the district’s key alone', () => {
  const shown = opener.show(place, remark.text);
  expect(reader.read(place, shown)).toBe(remark.text);
  for (const other of [{ ...place, place: 4 }, { ...place, batch: 1 }, { ...place, round: 'round-2' }]) expect(reader.read(other, shown)).toBeNull();
  expect(reader.read(place, changed(shown))).toBeNull();
  for (const other of [publicKey, key]) expect(remarkReader(other).read(place, shown)).toBeNull();
});

test('the same text never gives the same box, and no text of up to two hundred characters gives its length away', () => {
  const texts = ['好', remark.text, '长'.repeat(200), '𠀀'.repeat(100), '"\\\n'.repeat(66)];
  const boxes = texts.flatMap((text) => (['held', 'passed'] as const).map((state) => writer.seal('round-1', { text, state })));
  expect(new Set(boxes.map(({ length }) => length)).size).toBe(1);
  expect(new Set(texts.map((text) => opener.show(place, text).length)).size).toBe(1);
  expect(writer.seal('round-1', remark)).not.toBe(writer.seal('round-1', remark));
  for (const text of [...texts, '长'.repeat(500)]) expect(opener.open('round-1', writer.seal('round-1', { text, state: 'passed' }))).toEqual({ text, state: 'passed' });
});

test('a box says which key it is for, and nothing else in the clear', () => {
  expect(writer.seal('round-1', remark).startsWith(opener.boxPrefix)).toBe(true);
  expect(remarkOpener(keyOf('two')).boxPrefix).not.toBe(opener.boxPrefix);
});
