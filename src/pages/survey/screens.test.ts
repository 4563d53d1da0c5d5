import type { Question, Questionnaire } from '../../../types/rules';
import rule from '../../../rules/questionnaire-a.json';
import { screensOf, screenWith } from './screens';

const { questions, headline } = rule as unknown as Questionnaire;
const ids = (screens: readonly (readonly Question[])[]) => screens.map((screen) => screen.map(({ id }) => id).join(' '));

describe('which questions stand together', () => {
  it('shows one question a screen in 长辈版', () => expect(screensOf(questions, headline, true)).toHaveLength(questions.length));

  it('keeps every question, once, in order', () => expect(screensOf(questions, headline, false).flat()).toEqual(questions));

  it('leaves the headline question alone', () => expect(ids(screensOf(questions, headline, false))).toContain('A6'));

  it('never mixes two parts', () => {
    for (const screen of screensOf(questions, headline, false)) expect(new Set(screen.map(({ part }) => part)).size).toBe(1);
  });

  it('finds her question again when the screens change', () => {
    const screens = screensOf(questions, headline, false);
    expect(screens[screenWith(screens, 'A12')]?.map(({ id }) => id)).toContain('A12');
    expect(screenWith(screens, 'gone')).toBe(0);
  });
});
