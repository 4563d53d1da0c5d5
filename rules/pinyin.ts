/** How characters are read, for search. Apart from `index.ts`, so that only what searches carries it. */
import type { PinyinTable } from '../types/rules';
import file from './pinyin.json';

export const pinyinTable: PinyinTable = file;
