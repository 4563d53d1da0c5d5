/**
 * 工作总结报告, of a snapshot alone.
 *
 * R1 Every figure is of the sheet and in the words of pages and tables; none is computed here.
 * R2 What is not known is said to be unknown, with the reason. Nothing is claimed that nobody entered, verified or published.
 * R3 A picture has the numbers it shows as a table below it.
 * R4 Every figure leads to what it means; the last chapter lists them.
 */
import { basis } from './chapters/basis';
import { circles } from './chapters/circles';
import { coverage } from './chapters/coverage';
import { formats } from './chapters/formats';
import { head } from './chapters/head';
import { origins } from './chapters/origins';
import { projects } from './chapters/projects';
import { satisfaction } from './chapters/satisfaction';
import { tasks } from './chapters/tasks';
import type { Block } from './blocks';
import type { ReportGiven } from './given';

const chapters = [head, basis, coverage, circles, satisfaction, formats, projects, tasks];
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export const reportOf = (given: ReportGiven): Block[] => {
  const told = chapters.flatMap((chapter) => chapter(given));
  let number = 0;
  return [...told, ...origins(given, told)].map((block) => {
    if (block.kind !== 'heading' || block.level !== 1) return block;
    number += 1;
    return { ...block, text: `${numerals[number - 1] ?? number}、${block.text}` };
  });
};
