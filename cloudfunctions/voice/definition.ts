import type { FunctionDefinition } from '../runtime/action';
import { about } from './about';
import { check } from './check';
import { consent } from './consent';
import { follow, follows, forget, unfollow } from './follow';
import { complain, reply } from './owner';
import { mine, withdraw, write } from './write';

export const voice: FunctionDefinition<'voice'> = {
  name: 'voice',
  user: 'voice',
  actions: { about, check, write, withdraw, mine, reply, complain, follow, follows, unfollow, forget, consent },
};
