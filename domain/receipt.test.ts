import fc from 'fast-check';
import { leavesOfReceipt, normaliseReceipt, receiptFrom } from './receipt';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const receipts = fc.uint8Array({ minLength: 11, maxLength: 16 }).map(receiptFrom);
const plain = (receipt: string) => receipt.replace(/-/g, '');

describe('the receipt number', () => {
  test('S1 looks like XXXX-XXXX-XXXX and reads back as itself', () => {
    fc.assert(fc.property(receipts, (receipt) => {
      expect(receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(normaliseReceipt(receipt)).toBe(receipt);
    }));
  });

  test('S1 different data give different receipts, and too few bytes are refused', () => {
    const first = Uint8Array.from({ length: 7 }, (_, i) => i);
    expect(receiptFrom(first)).not.toBe(receiptFrom(first.map((b, i) => (i === 6 ? b ^ 2 : b))));
    // the 56th bit is beyond a receipt
    expect(receiptFrom(first)).toBe(receiptFrom(first.map((b, i) => (i === 6 ? b ^ 1 : b))));
    expect(() => receiptFrom(new Uint8Array(6))).toThrow(RangeError);
  });

  test('S2 any one wrong character is caught', () => {
    fc.assert(fc.property(receipts, fc.nat(11), fc.constantFrom(...alphabet), (receipt, i, c) => {
      const text = plain(receipt);
      fc.pre(text.charAt(i) !== c);
      expect(normaliseReceipt(text.slice(0, i) + c + text.slice(i + 1))).toBeNull();
    }), { numRuns: 1000 });
  });

  test('S3 any swap of two different neighbours is caught', () => {
    fc.assert(fc.property(receipts, fc.nat(10), (receipt, i) => {
      const text = plain(receipt);
      fc.pre(text.charAt(i) !== text.charAt(i + 1));
      expect(normaliseReceipt(text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2))).toBeNull();
    }), { numRuns: 1000 });
  });

  test('S4 accepts what people type', () => {
    fc.assert(fc.property(receipts, (receipt) => {
      const fullWidth = [...receipt].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
      for (const typed of [receipt.toLowerCase(), receipt.replace(/-/g, ' '), plain(receipt), fullWidth, receipt.replace(/0/g, 'O').replace(/1/g, 'l'), receipt.replace(/1/g, 'I').replace(/-/g, '—')]) {
        expect(normaliseReceipt(typed)).toBe(receipt);
      }
    }));
  });

  test.each(['', 'U234-5678-9ABC', '1234-5678', '收到', '0000-0000-0000-0'])('S5 %j is no receipt', (text) => expect(normaliseReceipt(text)).toBeNull());

  test('S6 the range holds the leaf it came from, and every leaf in it has the same receipt', () => {
    const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const compare = (a: Uint8Array, b: Uint8Array) => Buffer.compare(Buffer.from(a), Buffer.from(b));
    fc.assert(fc.property(leaf, leaf, (one, two) => {
      const { low, high } = leavesOfReceipt(receiptFrom(one));
      const within = (some: Uint8Array) => compare(low, some) <= 0 && compare(some, high) <= 0;
      expect(within(one)).toBe(true);
      expect(receiptFrom(low)).toBe(receiptFrom(one));
      expect(receiptFrom(high)).toBe(receiptFrom(one));
      expect(within(two)).toBe(receiptFrom(two) === receiptFrom(one));
    }));
  });
});
