import fc from 'fast-check';
import { readChecked, withCheck } from './checked-code';

const values = fc.array(fc.nat(31), { minLength: 1, maxLength: 20 });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('C1 any one wrong character is caught', () => {
  fc.assert(fc.property(values, fc.nat(), fc.constantFrom(...alphabet), (some, at, other) => {
    const text = withCheck(some);
    const i = at % text.length;
    fc.pre(text.charAt(i) !== other);
    expect(readChecked(text.slice(0, i) + other + text.slice(i + 1), some.length)).toBeNull();
  }));
});

test('C2 any swap of two different neighbours is caught', () => {
  fc.assert(fc.property(values, fc.nat(), (some, at) => {
    const text = withCheck(some);
    const i = at % (text.length - 1);
    fc.pre(text.charAt(i) !== text.charAt(i + 1));
    expect(readChecked(text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2), some.length)).toBeNull();
  }));
});

test('C3 what people type is read, and a code of another length is not', () => {
  fc.assert(fc.property(values, (some) => {
    const text = withCheck(some);
    expect(readChecked(`${text.slice(0, 1).toLowerCase()} - ${text.slice(1).replace(/0/g, 'o').replace(/1/g, 'l')}`, some.length)).toBe(text);
    expect(readChecked(text, some.length + 1)).toBeNull();
  }));
});
