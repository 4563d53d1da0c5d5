import { createMain } from '../runtime/entry';
import { desk } from './definition';

export const main = createMain(desk);
