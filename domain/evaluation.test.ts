import { evaluation } from '../rules';
import type { EvaluationRules } from '../types/rules';
import { evaluate, evaluationProblems } from './evaluation';

const rules: EvaluationRules = {
  kind: 'evaluation', version: '1', title: '评价', source: '试', status: '示例',
  items: [{ name: '业态齐全', figure: 'complete', from: 0, to: 1, weight: 30 }, { name: '居民满意度', figure: 'satisfaction', from: 0.6, to: 0.9, weight: 60 }, { name: '投诉', figure: 'complaints', from: 10, to: 0, weight: 10 }],
};
const score = (values: Record<string, number>) => evaluate(rules, (figure) => { const value = values[figure]; return value === undefined ? null : { low: value, high: value }; });

test('S1 an item gives in proportion, never less than nothing or more than its weight', () => {
  const points = (values: Record<string, number>) => score(values).items.map((item) => item.points.low);
  expect(points({ complete: 0.5, satisfaction: 0.75, complaints: 5 })).toEqual([15, expect.closeTo(30), 5]);
  expect(points({ complete: 2, satisfaction: 0.2, complaints: 40 })).toEqual([30, 0, 0]);
});
test('S2 the score is out of 100', () => expect(score({ complete: 1, satisfaction: 0.9, complaints: 0 })).toMatchObject({ low: 100, high: 100, unknown: 0 }));
test('S3 what is not known makes it a range, and so does what is known to lie between', () => {
  expect(score({ complete: 1, complaints: 0 })).toMatchObject({ low: 40, high: 100, unknown: 1 });
  const between = evaluate(rules, (figure) => (figure === 'complaints' ? { low: 0, high: 10 } : figure === 'complete' ? { low: 0.5, high: 1 } : { low: 0.9, high: 0.9 }));
  expect(between).toMatchObject({ low: 75, high: 100, unknown: 2 });
});

describe('a rule file', () => {
  const problems = (change: object) => evaluationProblems({ ...rules, items: [{ ...rules.items[0]!, ...change }] }, new Set(['complete']));
  test('that is right has none', () => expect(problems({})).toEqual([]));
  test.each([
    [{ figure: 'luck' }, '「业态齐全」用的数「luck」系统里没有。'],
    [{ to: 0 }, '「业态齐全」的起点和满分点是同一个数。'],
    [{ weight: 0 }, '「业态齐全」的权重要大于 0。'],
  ])('%j is said', (change, said) => expect(problems(change)).toEqual([said]));
  test('nothing at all, and one twice, is said', () => {
    expect(evaluationProblems({ ...rules, items: [] }, new Set())).toEqual(['一项指标也没有。']);
    expect(evaluationProblems({ ...rules, items: [rules.items[0]!, rules.items[0]!] }, new Set(['complete']))).toEqual(['指标「业态齐全」列了两次。']);
  });
  test('the deployed one adds up to 100', () => expect(evaluation.items.reduce((sum, { weight }) => sum + weight, 0)).toBe(100));
});
