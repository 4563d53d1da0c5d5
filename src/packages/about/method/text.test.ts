import rule from '../../../../rules/method.json';
import questionnaire from '../../../../rules/questionnaire-a.json';
import { method } from './text';

const all = method.flatMap(({ lines }) => lines).join('\n');

it('says the figures of the rule file', () => {
  expect(all).toContain(`圈里不到 ${rule.gates.circle} 份`);
  expect(all).toContain(`有一个社区不到 ${rule.gates.community} 份`);
  expect(all).toContain(`全区不到 ${rule.gates.district} 份`);
  expect(all).toContain(`未到 ${rule.smallestCell} 份`);
  expect(all).toContain(`${rule.target * 100}%`);
  expect(rule.eligibleResidence).not.toContain('under-6-months');
});

it('quotes the headline question as it is asked', () => {
  expect(all).toContain(questionnaire.questions.find(({ id }) => id === questionnaire.headline)?.text);
});
