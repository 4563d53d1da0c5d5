import { createMain } from '../runtime/entry';
import { survey } from './definition';

export const main = createMain(survey);
