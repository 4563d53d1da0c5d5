import fc from 'fast-check';
import { isCreditCode } from './credit-code';

const set = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const valid = ['91350100M000100Y43', '11320000MB151840XJ', '11622300013930944B'];
// The whole-code check written a second time, so that a code can be made that fails only the other check.
const withWholeCheck = (first17: string) => {
  const sum = [...first17].reduce((total, c, i) => total + set.indexOf(c) * Number(3n ** BigInt(i) % 31n), 0);
  return first17 + set.charAt((31 - (sum % 31)) % 31);
};

describe('the unified social credit code', () => {
  test.each(valid)('accepts %s', (code) => expect(isCreditCode(code)).toBe(true));

  test.each([
    ['empty', ''],
    ['17 characters', '91350100M000100Y4'],
    ['19 characters', '91350100M000100Y433'],
    ['small letters', '91350100m000100y43'],
    ['a letter outside the set', '91350100M0O0100Y43'],
    ['a line end', '91350100M000100Y43\n'],
    ['the old 15-digit number', '110108000000016'],
  ])('S1 refuses %s', (_, code) => expect(isCreditCode(code)).toBe(false));

  test('S2 refuses every other last character, also the one a copy without “31 −” would make', () => {
    const accepted = [...set].filter((c) => isCreditCode(`91350100M000100Y4${c}`));
    expect(accepted).toEqual(['3']);
    expect(isCreditCode(`91350100M000100Y4${set.charAt(28)}`)).toBe(false);
  });

  test('S2 S3 any one wrong character is caught', () => {
    fc.assert(fc.property(fc.constantFrom(...valid), fc.integer({ min: 0, max: 17 }), fc.constantFrom(...set), (code, i, c) => {
      fc.pre(code.charAt(i) !== c);
      expect(isCreditCode(code.slice(0, i) + c + code.slice(i + 1))).toBe(false);
    }));
  });

  test('S3 refuses a code whose last character alone is right', () => {
    expect(withWholeCheck('91350100M000100Y4')).toBe('91350100M000100Y43');
    const accepted = [...set].filter((c) => isCreditCode(withWholeCheck(`91350100M000100Y${c}`)));
    expect(accepted).toEqual(['4']);
  });

  test('S4 accepts a registration made elsewhere', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
  });
});
