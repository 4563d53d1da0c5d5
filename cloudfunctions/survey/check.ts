/**
 * Whether an answer stands in our books, by its receipt number or its check code. It says nothing about what was
 * answered, nor whether it was taken back later, to anyone: or answers could be bought, and a change of mind punished.
 */
import { readCheckCode } from '../../domain/check-code';
import { leavesOfReceipt, normaliseReceipt } from '../../domain/receipt';
import { findReceipt } from '../../database/queries/responses';
import { sealOver } from '../../database/queries/seals';
import type { Action, Context } from '../runtime/action';
import { coding } from '../runtime/hashing';
import { sealSummary } from './seals';

export const check: Action<'survey.check'> = {
  transaction: false,
  async handle(input, context) {
    const range = rangeOf(input.receipt.trim(), context);
    const found = range && (await findReceipt(context.db, range));
    if (!found) return { state: 'unknown', round: null, place: null, seal: null };
    const seal = found.place === null ? undefined : await sealOver(context.db, found.round, found.place);
    return seal ? { state: 'sealed', round: found.round, place: found.place, seal: sealSummary(seal) } : { state: 'received', round: found.round, place: null, seal: null };
  },
};

const rangeOf = (text: string, { secrets }: Context) => {
  if (/^LZ[12]\./.test(text)) {
    const promised = readCheckCode(text, secrets.verify, coding);
    return promised && { low: promised.leaf, high: promised.leaf };
  }
  const receipt = normaliseReceipt(text);
  return receipt === null ? null : leavesOfReceipt(receipt);
};
