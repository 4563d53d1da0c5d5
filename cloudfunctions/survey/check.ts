/** Whether a receipt stands in our books. It says nothing about what was answered, to anyone. */
import { normaliseReceipt } from '../../domain/receipt';
import { receiptKnown } from '../../database/queries/responses';
import type { Action } from '../runtime/action';
import { sha256 } from '../runtime/secrets';

export const check: Action<'survey.check'> = {
  for: 'anyone',
  transaction: false,
  async handle(input, { db }) {
    const receipt = normaliseReceipt(input.receipt);
    return { state: receipt && (await receiptKnown(db, sha256(receipt))) ? 'received' : 'unknown' };
  },
};
