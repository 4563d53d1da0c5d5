import { createMain } from '../runtime/entry';
import { voice } from './definition';

export const main = createMain(voice);
