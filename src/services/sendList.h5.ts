/** Sends a list whole. */
import type { Input, Output } from '../../types/contract';
import type { Reply } from '../../types/errors';
import { call } from './call';

/** Milliseconds: reading and comparing 20,000 rows takes its time. */
const patience = 90_000;

export const sendList = (list: Omit<Input<'export.stage'>, 'part'>): Promise<Reply<Output<'export.stage'>>> => call('export.stage', list, { patience });
