import fc from 'fast-check';
import { canonicalJson } from './canonical';

describe('canonical JSON', () => {
  test('S1 sorts keys at every depth and leaves no spaces', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '店' }], a: true })).toBe('{"a":true,"b":[1,{"c":"店","d":null}]}');
  });

  test('S2 leaves out an undefined property and refuses one in a list', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalJson([undefined])).toThrow(TypeError);
  });

  test.each([[NaN], [Infinity], [undefined], [1n], [() => 1], [new Date(0)], [new Map()], [Symbol('x')]])('S3 refuses %p', (value) => {
    expect(() => canonicalJson({ value: [value] })).toThrow(TypeError);
  });

  test('S4 reads back equal, and does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }));
  });
});
