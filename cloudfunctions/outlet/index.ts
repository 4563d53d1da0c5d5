import { createMain } from '../runtime/entry';
import { outlet } from './definition';

export const main = createMain(outlet);
