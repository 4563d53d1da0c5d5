import fc from 'fast-check';
import { base64, claiming, exe, exif, loaded, photoFile, secretWords, svg, type PhotoFile } from '../test/support/photos';
import { mediaOf, mostPhotoBytes, phoneMayDraw, readPhoto } from './photo';
import { ascii, joined, text } from './photo-parts';
import { crc32 } from './photo-png';

const sound = (bytes: Uint8Array) => {
  const read = readPhoto(bytes);
  if (!read.ok) throw new Error(read.why);
  return read.photo;
};
const why = (bytes: Uint8Array) => {
  const read = readPhoto(bytes);
  return read.ok ? 'ok' : read.why;
};
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const all: readonly PhotoFile[] = ['front.jpg', 'small.jpg', 'small.png', 'alpha.png', 'small.webp', 'alpha.webp', 'lossless.webp'];
const small = photoFile('small.jpg');
const big = (n: number) => Uint8Array.of(n >>> 24, (n >>> 16) & 0xff, (n >>> 8) & 0xff, n & 0xff);
const chunk = (type: string, body: Uint8Array) => { const named = joined([ascii(type), body]); return joined([big(body.length), named, big(crc32(named))]); };
const insertedPng = (...chunks: Uint8Array[]) => { const png = photoFile('small.png'); return joined([png.subarray(0, 33), ...chunks, png.subarray(33)]); };

test.each([
  ['small.jpg', 'image/jpeg'], ['small.png', 'image/png'], ['small.webp', 'image/webp'],
] as const)('S1 %s is known by its content, with its size', (name, media) => {
  expect(sound(photoFile(name))).toMatchObject({ media, width: 64, height: 48 });
});
test.each([
  ['a renamed program', exe], ['an SVG with a script', svg], ['nothing', new Uint8Array()], ['a text', ascii('hello')], ['half a signature', small.subarray(0, 2)],
  ['a GIF', ascii('GIF89a........')], ['HEIC', joined([Uint8Array.of(0, 0, 0, 24), ascii('ftypheic')])], ['a PDF that a JPEG follows', joined([ascii('%PDF-1.7'), small])],
])('S1 %s is no photo', (_, bytes) => expect(why(bytes)).toBe('not_image'));
test('what a phone may try to draw before it shrinks it', () => {
  expect([joined([Uint8Array.of(0, 0, 0, 24), ascii('ftypheic')]), ascii('GIF89a'), small].map(phoneMayDraw)).toEqual([true, true, true]);
  expect([svg, exe, new Uint8Array()].map(phoneMayDraw)).toEqual([false, false, false]);
});

test.each([
  ['one byte too many', joined([small, new Uint8Array(mostPhotoBytes + 1 - small.length)]), 'too_large'],
  ['40 MB', joined([small, new Uint8Array(40_000_000)]), 'too_large'],
  ['a header of 65,535 × 65,535', claiming(small, 65535, 65535), 'dimensions'], ['one side too long', claiming(small, 4097, 48), 'dimensions'], ['a dot', claiming(small, 1, 1), 'dimensions'],
  ['no height', claiming(small, 64, 0), 'dimensions'],
])('S2 %s', (_, bytes, fault) => expect(why(bytes)).toBe(fault));
test('S2 at the bounds', () => {
  expect(why(joined([small, new Uint8Array(mostPhotoBytes - small.length)]))).toBe('ok');
  expect(why(claiming(small, 4096, 32))).toBe('ok');
});

test('S3 S5 of what a phone and programs put into a JPEG nothing is left', () => {
  const dirty = loaded(photoFile('front.jpg'));
  for (const word of secretWords) expect(latin(dirty)).toContain(word);
  const clean = sound(dirty);
  for (const word of [...secretWords, 'Exif', 'http', 'PK\x03\x04', 'script', 'MPF']) expect(latin(clean.bytes)).not.toContain(word);
  expect(clean.bytes).toEqual(sound(photoFile('front.jpg')).bytes);
});
test('S3 of a PNG only what drawing takes', () => {
  const dirty = insertedPng(chunk('tEXt', ascii('Comment\0comment-canary')), chunk('eXIf', exif(6)), chunk('iCCP', ascii('x\0\0GPS-CANARY')), chunk('acTL', new Uint8Array(8)));
  expect(sound(joined([dirty, ascii('trailing GPS-CANARY')])).bytes).toEqual(sound(photoFile('small.png')).bytes);
});
test('S3 of a WebP only the picture and its transparency', () => {
  for (const name of ['small.webp', 'alpha.webp'] as const) {
    const webp = photoFile(name);
    const extra = joined([ascii('EXIF'), Uint8Array.of(10, 0, 0, 0), ascii('GPS-CANARY'), ascii('XMP '), Uint8Array.of(10, 0, 0, 0), ascii('xmp-canary')]);
    const size = webp.length - 8 + extra.length;
    const dirty = joined([webp.subarray(0, 4), Uint8Array.of(size & 0xff, (size >> 8) & 0xff, 0, 0), webp.subarray(8), extra]);
    expect(latin(dirty)).toContain('GPS-CANARY');
    const clean = sound(dirty);
    expect(clean.bytes).toEqual(sound(webp).bytes);
    expect(latin(clean.bytes)).not.toMatch(/CANARY|canary|EXIF|ICCP/);
  }
  expect(latin(sound(photoFile('alpha.webp')).bytes)).toContain('ALPH');
});
test('S3 a table that is longer than it says hides nothing', () => {
  const at = latin(small).indexOf('\xff\xdb');
  const length = (small[at + 2]! << 8) | small[at + 3]!;
  const hidden = ascii('GPS-CANARY');
  expect(why(joined([small.subarray(0, at + 2), Uint8Array.of((length + hidden.length) >> 8, (length + hidden.length) & 0xff), small.subarray(at + 4, at + 2 + length), hidden, small.subarray(at + 2 + length)]))).toBe('broken');
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('S4 turned by %i stays turned, and says nothing else', (orientation) => {
  const read = sound(loaded(small, orientation));
  expect([read.width, read.height]).toEqual(orientation >= 5 ? [48, 64] : [64, 48]);
  expect(latin(read.bytes)).not.toMatch(/CANARY|canary/);
  expect(latin(read.bytes).includes('Exif')).toBe(orientation !== 1);
  expect(sound(read.bytes)).toEqual(read);
});
test.each([0, 9, 65535])('S4 a turn that does not exist (%i) is none', (orientation) => expect(sound(loaded(small, orientation)).bytes).toEqual(sound(small).bytes));

test('S6 wherever a file ends early, it is broken or no photo', () => {
  for (const name of all.filter((one) => one !== 'front.jpg')) {
    const bytes = photoFile(name);
    for (let end = 0; end < bytes.length; end += 1) expect(['broken', 'not_image']).toContain(why(bytes.subarray(0, end)));
  }
});
test.each([
  ['a JPEG without a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
  ['a PNG whose sum is wrong', (() => { const png = Uint8Array.from(photoFile('small.png')); png[50]! ^= 1; return png; })()],
  ['a PNG with a part that must be known', insertedPng(chunk('NEWX', new Uint8Array(4)))],
  ['a PNG that begins twice', insertedPng(photoFile('small.png').subarray(8, 33))],
  ['a WebP that moves', joined([ascii('RIFF'), Uint8Array.of(26, 0, 0, 0), ascii('WEBPANIM'), Uint8Array.of(6, 0, 0, 0), new Uint8Array(8)])],
  ['a WebP that is shorter than it says', joined([ascii('RIFF'), Uint8Array.of(255, 255, 255, 127), photoFile('small.webp').subarray(8)])],
])('S6 %s is broken', (_, bytes) => expect(why(bytes)).toBe('broken'));

test.each(all)('S7 %s comes out of itself unchanged', (name) => {
  const once = sound(photoFile(name));
  expect(sound(once.bytes)).toEqual(once);
});
test('S6 S7 whatever bytes are changed, there is an answer, and what came out stays', () => {
  fc.assert(fc.property(fc.constantFrom(...all.filter((one) => one !== 'front.jpg')), fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 6 }), (name, changes) => {
    const bytes = Uint8Array.from(photoFile(name));
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    const read = readPhoto(bytes);
    if (read.ok) expect(sound(read.photo.bytes)).toEqual(read.photo);
  }), { numRuns: 400 });
});
test('S1 S6 noise behind any signature never throws', () => {
  fc.assert(fc.property(fc.constantFrom(...['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\x40\0\0\0WEBP']), fc.uint8Array({ maxLength: 200 }), (head, tail) => {
    const bytes = joined([ascii(head), tail]);
    expect(mediaOf(bytes)).not.toBeNull();
    if (readPhoto(bytes).ok) expect(text(bytes, 0, 1)).not.toBe('');
  }));
});
test('the fixtures are small enough to travel', () => expect(base64(photoFile('front.jpg')).length).toBeLessThan(20_000));
