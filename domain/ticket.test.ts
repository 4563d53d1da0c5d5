import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { readTicket, writeTicket } from './ticket';

const mac = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex');
const ticket = { round: 'r-2026-11', questionnaireHash: 'ab'.repeat(32), startedAt: 1795000000123 };

describe('the ticket', () => {
  test('S1 reads back as what was written', () => {
    expect(readTicket(writeTicket(ticket, mac('k')), mac('k'))).toEqual(ticket);
  });

  test('S2 any changed character is refused', () => {
    const text = writeTicket(ticket, mac('k'));
    fc.assert(fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0123456789abcxyz.-'), (i, c) => {
      fc.pre(text.charAt(i) !== c);
      expect(readTicket(text.slice(0, i) + c + text.slice(i + 1), mac('k'))).toBeNull();
    }));
  });

  test.each([
    ['empty', ''],
    ['cut', writeTicket(ticket, mac('k')).slice(0, -1)],
    ['extended', `${writeTicket(ticket, mac('k'))}0`],
    ['of another key', writeTicket(ticket, mac('other'))],
    ['of another use', `receipt.${mac('k')('receipt')}`],
    ['without a mac', 'ticket1.r-2026-11'],
  ])('S2 %s: refused', (_, text) => expect(readTicket(text, mac('k'))).toBeNull());

  test('S3 is shorter than 300 characters', () => {
    expect(writeTicket({ ...ticket, round: 'r'.repeat(40) }, () => 'f'.repeat(128)).length).toBeLessThan(300);
  });
});
