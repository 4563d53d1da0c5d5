/** Sends a photo whole. */
import type { Input, Output } from '../../types/contract';
import type { Reply } from '../../types/errors';
import { call } from './call';

/** Milliseconds: 300 KB take a slow network their time. */
const patience = 60_000;

export const sendPhoto = (photo: Omit<Input<'outlet.addPhoto'>, 'part'>): Promise<Reply<Output<'outlet.addPhoto'>>> => call('outlet.addPhoto', photo, { patience });
