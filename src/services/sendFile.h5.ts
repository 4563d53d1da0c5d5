/** Sends a table whole. */
import type { Input, Output } from '../../types/contract';
import type { Reply } from '../../types/errors';
import { call } from './call';
import type { TakesFile, WholeInput } from './sendFile';

/** Milliseconds: reading and comparing 20,000 rows takes its time. */
const patience = 90_000;

export const sendFile = <A extends TakesFile>(action: A, input: WholeInput<A>): Promise<Reply<Output<A>>> => call(action, input as Input<A>, { patience });
