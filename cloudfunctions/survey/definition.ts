import type { FunctionDefinition } from '../runtime/action';
import { begin } from './begin';
import { check } from './check';
import { home } from './home';
import { places } from './places';
import { results } from './results';
import { submit } from './submit';

export const survey: FunctionDefinition<'survey'> = { name: 'survey', user: 'survey', actions: { home, places, begin, submit, check, results } };
