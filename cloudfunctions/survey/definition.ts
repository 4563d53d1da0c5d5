import type { FunctionDefinition } from '../runtime/action';
import { begin } from './begin';
import { check } from './check';
import { compare } from './compare';
import { checkRemark } from './remark';
import { home } from './home';
import { places } from './places';
import { pressure } from './pressure';
import { results } from './results';
import { leaves, seals } from './seals';
import { submit } from './submit';
import { withdraw } from './withdraw';

export const survey: FunctionDefinition<'survey'> = { name: 'survey', user: 'survey', actions: { home, places, begin, checkRemark, submit, check, withdraw, pressure, seals, leaves, results, compare } };
