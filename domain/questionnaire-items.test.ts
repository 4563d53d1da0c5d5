import { formats, questionnaireA, questionnaireB as q } from '../rules';
import type { Answers } from '../types/contract/survey';
import { cleanAnswers, problemsOf, visibleQuestions } from './questionnaire';
import { itemsOf, lengthOf, withoutStale } from './questionnaire-items';

const open = { source: 'open' } as const;
const here = '620602001001';
const rows = formats.formats.filter(({ class: of }) => of !== 'other').map(({ code }) => code);
const whole: Answers = {
  B1: here, B2: '35-49', B3: 'over-3-years', B4: 'self', B5: ['none'], ...Object.fromEntries(rows.map((code) => [`B6-${code}`, 'enough'])),
  B9: ['none'], B12: ['any'], B13: ['evening'], B14: '10', B15: ['app'],
};
const shown = (answers: Answers) => visibleQuestions(q, answers, open).map(({ id }) => id);
const problems = (answers: Answers) => problemsOf(q, answers, open, new Set([here]));

test('I1 each row of a grid is a question of its own, in the order of the rows', () => {
  expect(shown(whole).filter((id) => id.startsWith('B6'))).toEqual(rows.map((code) => `B6-${code}`));
  expect(itemsOf(q).find(({ id }) => id === 'B6-wet-market')).toMatchObject({ kind: 'single', text: '菜市场：走路15分钟以内，有没有、够不够？' });
});

test('I1 what is wrong is asked of the rows alone that are not good enough', () => {
  expect(shown(whole).filter((id) => id.startsWith('B7'))).toEqual([]);
  expect(shown({ ...whole, 'B6-canteen': 'lacking', 'B6-repair': 'none' }).filter((id) => id.startsWith('B7'))).toEqual(['B7-canteen']);
});

test('I2 a rank chooses among what is missing or lacking, and is not asked without any', () => {
  expect(shown(whole)).not.toContain('B8');
  const rank = visibleQuestions(q, { ...whole, 'B6-repair': 'none', 'B6-canteen': 'lacking', 'B6-bookshop': 'unclear' }, open).find(({ id }) => id === 'B8');
  expect(rank?.options?.map(({ code }) => code)).toEqual(['repair', 'canteen']);
});

test('I3 a questionnaire without grids is its own questions', () => expect(itemsOf(questionnaireA)).toBe(questionnaireA.questions));

test('what somebody meets: at most so many, reasons apart', () => expect([lengthOf(questionnaireA), lengthOf(q)]).toEqual([19, 15 - 1 + rows.length]));

test('S10 wishes stand in her order, whatever the order of the questionnaire', () => {
  const answers: Answers = { ...whole, 'B6-repair': 'none', 'B6-canteen': 'none', B8: ['canteen', 'repair'] };
  expect(problems(answers)).toEqual([]);
  expect(cleanAnswers(q, answers, open)['B8']).toEqual(['canteen', 'repair']);
});

test.each<[string, Answers, string, string]>([
  ['a row that the grid does not have', { 'B6-casino': 'none' }, 'B6-casino', 'invalid'],
  ['an answer that the grid does not have', { 'B6-repair': 'maybe' }, 'B6-repair', 'invalid'],
  ['a row without answer', { 'B6-repair': '' }, 'B6-repair', 'missing'],
  ['a reason left out', { 'B6-repair': 'lacking' }, 'B7-repair', 'missing'],
  ['a wish for what there is enough of', { 'B6-canteen': 'none', B8: ['repair'] }, 'B8', 'invalid'],
  ['the same wish twice', { 'B6-canteen': 'none', B8: ['canteen', 'canteen'] }, 'B8', 'invalid'],
  ['four wishes', { 'B6-canteen': 'none', 'B6-repair': 'none', 'B6-parcel': 'none', 'B6-leisure': 'none', B8: ['canteen', 'repair', 'parcel', 'leisure'] }, 'B8', 'too_many'],
])('S10 %s is refused', (_, change, question, problem) => expect(problems({ ...whole, ...change })).toEqual([{ question, problem }]));

test('no wish at all is an answer too', () => expect(problems({ ...whole, 'B6-canteen': 'none' })).toEqual([]));

test('a wish goes when its row is answered otherwise', () => {
  const answers: Answers = { ...whole, 'B6-canteen': 'none', 'B6-repair': 'none', B8: ['canteen', 'repair'] };
  expect(withoutStale(q, { ...answers, 'B6-canteen': 'enough' })['B8']).toEqual(['repair']);
  expect(withoutStale(q, { ...answers, 'B6-canteen': 'enough', 'B6-repair': 'unclear' })).not.toHaveProperty('B8');
});

test.each([[{ B5: ['elder'] }, true, false], [{ B2: '70-79' }, true, false], [{ B5: ['child'] }, false, true], [{}, false, false]] as [Answers, boolean, boolean][])('with %j services for the old: %s, for children: %s', (change, old, young) => {
  const asked = shown({ ...whole, ...change });
  expect([asked.includes('B10'), asked.includes('B11')]).toEqual([old, young]);
});
