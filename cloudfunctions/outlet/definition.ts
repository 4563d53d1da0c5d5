import type { FunctionDefinition } from '../runtime/action';
import { catalogue } from './catalogue';
import { detail } from './detail';
import { mine } from './mine';
import { nearby } from './nearby';
import { register } from './register';

export const outlet: FunctionDefinition<'outlet'> = { name: 'outlet', user: 'outlet', actions: { nearby, detail, catalogue, register, mine } };
