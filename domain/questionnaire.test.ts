import { method, questionnaireA as q } from '../rules';
import type { Answers } from '../types/contract/survey';
import type { Questionnaire } from '../types/rules';
import { ageBand, cleanAnswers, endedBy, isEligible, modeOf, problemsOf, visibleQuestions } from './questionnaire';

const open = { source: 'open' } as const;
const drawn = { source: 'drawn' } as const;
const communities = new Set(['620602001001']);

const scale = ['A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A15'];
const complete: Answers = {
  A1: '620602001001', A2: '35-49', A3: 'over-3-years', A4: 'self', A5: ['none'],
  ...Object.fromEntries(scale.map((id) => [id, 'satisfied'])), A16: '6-10', A17: ['price', 'hours'],
};
const ids = (answers: Answers, round: { source: 'open' | 'drawn' } = open) => visibleQuestions(q, answers, round).map(({ id }) => id);

describe('what is asked', () => {
  test('S1 conditions look only at answers of visible questions', () => {
    const chain: Questionnaire = { ...q, questions: [
      { id: 'X1', part: '', text: '', kind: 'single', derivedFrom: '', options: [{ code: 'a', text: '' }] },
      { id: 'X2', part: '', text: '', kind: 'single', derivedFrom: '', options: [{ code: 'a', text: '' }], showIf: { question: 'X1', includes: ['b'] } },
      { id: 'X3', part: '', text: '', kind: 'single', derivedFrom: '', showIf: { question: 'X2', includes: ['a'] } },
    ] };
    expect(visibleQuestions(chain, { X1: 'a', X2: 'a' }, open).map(({ id }) => id)).toEqual(['X1']);
    expect(visibleQuestions(chain, { X1: 'b', X2: 'a' }, open).map(({ id }) => id)).toEqual(['X1', 'X2', 'X3']);
  });

  test.each([
    ['nobody special', {}, [false, false]],
    ['an elder in the household', { A5: ['elder'] }, [true, false]],
    ['a respondent over 70', { A2: '70-79' }, [true, false]],
    ['a child in the household', { A5: ['child'] }, [false, true]],
    ['both', { A5: ['child', 'elder'] }, [true, true]],
  ] as [string, Answers, boolean[]][])('S2 A13 and A14 for %s', (_, change, shown) => {
    const visible = ids({ ...complete, ...change });
    expect(['A13', 'A14'].map((id) => visible.includes(id))).toEqual(shown);
  });

  test('S2 A4b is asked in a drawn round alone', () => {
    expect(ids(complete, drawn)).toContain('A4b');
    expect(ids(complete, open)).not.toContain('A4b');
    expect(ids(complete, drawn)).toHaveLength(ids(complete, open).length + 1);
  });

  test('S3 under 18 ends kindly, and nothing more is asked', () => {
    const young = { ...complete, A2: 'under-18' };
    expect(ids(young)).toEqual(['A1', 'A2']);
    expect(endedBy(q, young)).toMatch(/18 岁以上/);
    expect(endedBy(q, complete)).toBeNull();
  });
});

describe('what is kept', () => {
  test('S4 answers to invisible and unknown questions and empty ones are dropped', () => {
    const sent = { ...complete, A13: 'satisfied', Z9: 'x', A18: '   ', A17: ['hours', 'price'] };
    expect(problemsOf(q, sent, open, communities)).toEqual([]);
    expect(cleanAnswers(q, sent, open)).toEqual(complete);
    expect(cleanAnswers(q, sent, open).A17).toEqual(['price', 'hours']);
    expect(cleanAnswers(q, { ...complete, A18: '  路灯坏了 ' }, open).A18).toBe('路灯坏了');
  });

  test.each([
    ['control characters', 'a\0b\x07c\x7f', 'abc'],
    ['half a character', '好\ud83d', '好'],
    ['line breaks, tabs and whole emoji stay', '一\n二\t😀', '一\n二\t😀'],
  ])('S4 text is kept without what no database keeps: %s', (_, text, kept) => expect(cleanAnswers(q, { ...complete, A18: text }, open).A18).toBe(kept));
  test('S4 text of nothing else is dropped', () => expect(cleanAnswers(q, { ...complete, A18: '\0\0' }, open)).toEqual(complete));
});

describe('what is refused', () => {
  const problems = (change: object) => problemsOf(q, { ...complete, ...change }, open, communities);

  test('S5 a complete answer has no problem; each missing one has', () => {
    expect(problems({})).toEqual([]);
    for (const id of Object.keys(complete)) expect(problems({ [id]: undefined })).toEqual([{ question: id, problem: 'missing' }]);
    expect(problemsOf(q, complete, drawn, communities)).toEqual([{ question: 'A4b', problem: 'missing' }]);
    expect(problemsOf(q, {}, open, communities)).toHaveLength(15);
    expect(problems({ A5: ['elder'] })).toEqual([{ question: 'A13', problem: 'missing' }]);
  });

  test.each([
    ['S6 an unknown option', { A6: 'five' }, 'A6', 'invalid'],
    ['S6 a list for a single choice', { A6: ['satisfied'] }, 'A6', 'invalid'],
    ['S6 a community elsewhere', { A1: '620602001002' }, 'A1', 'invalid'],
    ['S6 a text of 201 characters', { A18: '好'.repeat(201) }, 'A18', 'too_long'],
    ['S6 a list for a text', { A18: ['好'] }, 'A18', 'invalid'],
    ['S7 an unknown option among several', { A17: ['price', 'x'] }, 'A17', 'invalid'],
    ['S7 an option twice', { A17: ['price', 'price'] }, 'A17', 'invalid'],
    ['S7 a word for a list', { A17: 'price' }, 'A17', 'invalid'],
    ['S7 four of three', { A17: ['price', 'hours', 'closer', 'parking'] }, 'A17', 'too_many'],
    ['S7 an exclusive option with another', { A5: ['none', 'limited-mobility'] }, 'A5', 'invalid'],
  ])('%s', (_, change, question, problem) => {
    expect(problems(change)).toEqual([{ question, problem }]);
  });

  test('S6 a text of 200 characters, also rare ones, is taken', () => {
    expect(problems({ A18: '𠮷'.repeat(200) })).toEqual([]);
  });

  test('S4 a name every object has is not an answer', () => {
    const odd: Questionnaire = { ...q, questions: [{ id: 'constructor', part: '', text: '', kind: 'text', derivedFrom: '' }] };
    expect(problemsOf(odd, {}, open, communities)).toEqual([{ question: 'constructor', problem: 'missing' }]);
  });
});

describe('who answered', () => {
  test.each([
    ['over three years', {}, true],
    ['six months to a year', { A3: '6-to-12-months' }, true],
    ['less than six months', { A3: 'under-6-months' }, false],
    ['works nearby', { A3: 'works-nearby' }, false],
    ['under 18', { A2: 'under-18' }, false],
  ])('S8 %s', (_, change, eligible) => {
    expect(isEligible(q, { ...complete, ...change }, method)).toBe(eligible);
  });

  test('S8 without age or residence nobody is eligible', () => {
    expect(isEligible(q, { A2: '35-49' }, method)).toBe(false);
    expect(isEligible(q, { A3: 'over-3-years' }, method)).toBe(false);
    expect([ageBand(q, complete), ageBand(q, {})]).toEqual(['35-49', null]);
  });

  test.each([
    ['self', { mode: 'self', proxy: false }],
    ['family', { mode: 'self', proxy: true }],
    ['staff', { mode: 'assisted', proxy: false }],
  ])('S9 filled by %s', (A4, expected) => {
    expect(modeOf(q, { ...complete, A4 })).toEqual(expected);
  });
});
