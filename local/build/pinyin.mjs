/**
 * Writes rules/pinyin.json from the package pinyin-pro (MIT): for each syllable the characters read so, the
 * usual reading of a character first. The package is 450 KB in a bundle, more than a function may carry
 * beside WeChat's SDK; this table is 30. Run it again when the package has a better reading.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';

// the 6,763 characters of GB 2312: what a name on a shop is written with
const decoder = new TextDecoder('gb2312');
const characters = [];
for (let high = 0xb0; high <= 0xf7; high += 1) {
  for (let low = 0xa1; low <= 0xfe; low += 1) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
  }
}
const readings = (character) => [...new Set([pinyin(character, { toneType: 'none', v: true }), ...pinyin(character, { toneType: 'none', v: true, multiple: true, type: 'array' })])].filter((syllable) => /^[a-z]+$/.test(syllable));

const usual = {};
const other = {};
for (const character of characters) {
  const [first, second] = readings(character);
  if (first) usual[first] = (usual[first] ?? '') + character;
  if (second) other[second] = (other[second] ?? '') + character;
}
const sorted = (table) => Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
const file = fileURLToPath(new URL('../../rules/pinyin.json', import.meta.url));
writeFileSync(file, `${JSON.stringify({
  kind: 'pinyin', version: '1', title: '汉字读音(检索用)', source: 'pinyin-pro 3.29.4(MIT),GB 2312 的 6763 个汉字,不带声调;other 为多音字的第二读音', status: '项目拟稿',
  usual: sorted(usual), other: sorted(other),
}, null, 1)}\n`);
console.log(`${characters.length} characters, ${Object.keys(usual).length} syllables`);
