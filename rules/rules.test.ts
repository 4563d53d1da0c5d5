import * as v from 'valibot';
import { insideBox, straightMetres } from '../domain/geometry';
import { questionnaire } from '../types/contract/survey';
import { circleId } from '../types/contract/shared';
import { gcj02 } from '../types/units';
import { allRules, callback, demoPlaces, divisions, formats, holidays, method, plan, questionnaireA, questionnaireB, retention, walking, workPlan } from '.';

const communities = divisions.streets.flatMap((street) => street.communities.map(({ code, name }) => ({ code, name, street: street.code })));
const codes = communities.map(({ code }) => code);
const mine = '620602004005';
const unique = (list: readonly string[]) => expect(new Set(list).size).toBe(list.length);

test('every rule file has its own kind, a source and a known status', () => {
  unique(allRules.map(({ kind }) => kind));
  for (const { source, status, title, version } of allRules) {
    expect([source, title, version].every((text) => text.length > 0)).toBe(true);
    expect(['官方', '方案', '项目拟稿', '示例', '待核', '演示']).toContain(status);
  }
});

describe('divisions', () => {
  test('7 streets hold 32 communities, each with the code of its street', () => {
    expect(divisions.streets).toHaveLength(7);
    expect(communities).toHaveLength(32);
    unique(codes);
    for (const { code, street, name } of communities) {
      expect(code).toMatch(/^\d{12}$/);
      expect(code.startsWith(street)).toBe(true);
      expect(name).toMatch(/社区$/);
    }
  });
});

describe('plan', () => {
  test('five circles are due in 2024 and three in 2025', () => {
    expect(plan.circles.map(({ due }) => due)).toEqual([...Array<string>(5).fill('2024-12-31'), ...Array<string>(3).fill('2025-12-31')]);
    for (const { id } of plan.circles) expect(v.is(circleId, id)).toBe(true);
    unique(plan.circles.map(({ id }) => id));
  });

  test('every community but the mining one belongs to a circle, and none is unknown', () => {
    const inCircles = new Set(plan.circles.flatMap((circle) => circle.communities));
    expect([...inCircles].sort()).toEqual(codes.filter((code) => code !== mine).sort());
  });

  test('皇台 lies in 宣武皇台 alone, which has the targets of both its streets', () => {
    expect(plan.circles.filter((circle) => circle.communities.includes('620602004004')).map(({ id }) => id)).toEqual(['xuanwu-huangtai']);
    expect(plan.circles.find(({ id }) => id === 'xuanwu-huangtai')?.targets.map(({ type }) => type)).toEqual(['提升型', '基础型']);
  });
});

describe('the work plan', () => {
  test('all seven clauses of 四 are there, the second as three tasks', () => {
    expect(workPlan.tasks.map(({ clause }) => /^方案 四（(.)）/.exec(clause)?.[1])).toEqual(['一', '二', '二', '二', '三', '四', '五', '六', '七']);
    unique(workPlan.tasks.map(({ code }) => code));
    unique(workPlan.tasks.map(({ clause }) => clause));
  });

  test('every task has departments of the list, each once, and ends with a phase of the plan', () => {
    const known = workPlan.departments.map(({ code }) => code);
    unique(known);
    for (const { departments, phase, text } of workPlan.tasks) {
      expect(departments.length).toBeGreaterThan(0);
      unique(departments);
      for (const code of departments) expect(known).toContain(code);
      expect(plan.phases.map(({ name }) => name)).toContain(phase);
      expect(text).toMatch(/。$/);
    }
  });

  test('no department is listed for nothing, and the streets carry out every task', () => {
    const named = new Set(workPlan.tasks.flatMap(({ departments }) => departments));
    expect(workPlan.departments.filter(({ code }) => !named.has(code))).toEqual([]);
    expect(workPlan.everyTask.department).toBe('streets');
    expect(workPlan.silentDays).toEqual({ value: 60, status: '示例' });
  });
});

describe('formats', () => {
  test('the plan has 12 basic and 8 quality formats', () => {
    const count = (wanted: string) => formats.formats.filter((format) => format.inPlan && format.class === wanted).length;
    expect([count('basic'), count('quality')]).toEqual([12, 8]);
    expect(formats.formats.filter(({ inPlan }) => !inPlan).every((format) => format.class === 'other' && format.note)).toBe(true);
  });

  test('codes are unique slugs, groups are known, and each group and each of 六个一 has a format', () => {
    unique([...formats.formats, ...formats.services].map(({ code }) => code));
    for (const { code } of [...formats.formats, ...formats.services]) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect([...new Set(formats.formats.map(({ group }) => group))].sort()).toEqual([...formats.groups].sort());
    expect(new Set(formats.formats.flatMap(({ sixOne }) => sixOne ?? [])).size).toBe(6);
  });

  test('a service counts as a format there is, and small repairs as the repair shop', () => {
    const known = formats.formats.map(({ code }) => code);
    for (const { countsAs, smallRepair } of formats.services) {
      if (countsAs !== null) expect(known).toContain(countsAs);
      if (smallRepair) expect(countsAs).toBe('repair');
    }
    expect(formats.services.filter(({ smallRepair }) => smallRepair)).toHaveLength(11);
  });
});

describe('questionnaire A', () => {
  const question = (id: string) => questionnaireA.questions.find((one) => one.id === id);

  test('fits the contract, so a phone can be sent it', () => {
    expect(v.safeParse(questionnaire, questionnaireA).success).toBe(true);
  });

  test('asks A1 to A18 and A4b', () => {
    const numbered = Array.from({ length: 18 }, (_, i) => `A${i + 1}`);
    expect(questionnaireA.questions.map(({ id }) => id)).toEqual([...numbered.slice(0, 4), 'A4b', ...numbered.slice(4)]);
  });

  test('conditions and named questions point at what exists', () => {
    const { headline, ageQuestion, residenceQuestion, fillerQuestion, remarkQuestion } = questionnaireA;
    for (const id of [headline!, ageQuestion, residenceQuestion, fillerQuestion, remarkQuestion]) expect(question(id)).toBeDefined();
    const leaves = questionnaireA.questions.flatMap(({ showIf }) => (showIf === undefined ? [] : 'any' in showIf ? showIf.any : [showIf]));
    expect(leaves).toHaveLength(4);
    for (const leaf of leaves) {
      if (!('question' in leaf)) continue;
      const options = question(leaf.question)?.options?.map(({ code }) => code);
      for (const code of leaf.includes) expect(options).toContain(code);
    }
    expect(question('A4')?.options?.map(({ code }) => code)).toEqual(['self', 'family', 'staff']);
  });

  test('A6 to A15 share one scale of five, with 不清楚 without points', () => {
    for (let i = 6; i <= 15; i += 1) expect(question(`A${i}`)?.options?.map(({ score }) => score)).toEqual([5, 4, 3, 2, 1, null]);
  });

  test('option codes are unique within their question', () => {
    for (const { options = [] } of questionnaireA.questions) unique(options.map(({ code }) => code));
  });
});

describe('questionnaire B', () => {
  const question = (id: string) => questionnaireB.questions.find((one) => one.id === id);

  test('fits the contract, and asks B1 to B16', () => {
    expect(v.safeParse(questionnaire, questionnaireB).issues).toBeUndefined();
    expect(questionnaireB.questions.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, i) => `B${i + 1}`));
  });

  test('its grid has the basic and quality formats of the catalogue, by their names and in its order', () => {
    expect(question('B6')?.rows?.map(({ code, text }) => [code, text])).toEqual(formats.formats.filter(({ class: of }) => of !== 'other').map(({ code, name }) => [code, name]));
    expect(question('B6')?.options?.map(({ code }) => code)).toEqual(['enough', 'lacking', 'none', 'unclear']);
  });

  test('who one is is asked as in A', () => {
    for (let i = 1; i <= 5; i += 1) expect({ ...question(`B${i}`), id: '' }).toEqual({ ...questionnaireA.questions.find(({ id }) => id === `A${i}`), id: '' });
  });

  test('conditions, named questions and grids point at what exists', () => {
    const { headline, needs, ageQuestion, residenceQuestion, fillerQuestion, remarkQuestion } = questionnaireB;
    expect(headline).toBeNull();
    for (const id of [needs!.has, needs!.why, needs!.wishes, ageQuestion, residenceQuestion, fillerQuestion, remarkQuestion]) expect(question(id)).toBeDefined();
    for (const { among } of questionnaireB.questions) if (among) for (const code of among.includes) expect(question(among.grid)?.options?.map((option) => option.code)).toContain(code);
    for (const { showIf } of questionnaireB.questions) {
      for (const leaf of showIf === undefined ? [] : 'any' in showIf ? showIf.any : [showIf]) if ('question' in leaf) for (const code of leaf.includes) expect(question(leaf.question)?.options?.map((option) => option.code)).toContain(code);
    }
    for (const { options = [] } of questionnaireB.questions) unique(options.map(({ code }) => code));
  });
});

test('the method counts residences that the questionnaire offers', () => {
  const offered = questionnaireA.questions.find(({ id }) => id === questionnaireA.residenceQuestion)?.options?.map(({ code }) => code);
  for (const code of method.eligibleResidence) expect(offered).toContain(code);
  expect(method.target).toBe(plan.satisfactionTarget);
  // Staff who reach every community's target must get even the smallest circle over its gate.
  const smallest = Math.min(...plan.circles.map((circle) => circle.communities.length));
  expect(smallest * method.communityTarget).toBeGreaterThanOrEqual(method.gates.circle);
});

test('answers are kept for a whole number of months that somebody has yet to confirm', () => {
  expect(Number.isInteger(retention.rawMonths) && retention.rawMonths > 0).toBe(true);
  expect(retention.status).toBe('待核');
});

test('a call-back asks a share of the letters, by figures that somebody has yet to confirm', () => {
  for (const share of [callback.share, callback.troubleAbove]) expect(share > 0 && share < 1).toBe(true);
  expect(callback.smallestCell).toBe(method.smallestCell);
  expect(callback.status).toBe('待核');
});

test('holidays: each lies in its year, none twice, and who works on a weekend works on a weekend', () => {
  for (const { year, holidays: all, workdays, notice } of holidays.years) {
    expect(notice.length).toBeGreaterThan(0);
    const days = all.flatMap(({ from, to }) => [from, to]);
    for (const day of [...days, ...workdays]) expect(day.startsWith(`${year}-`)).toBe(true);
    expect(days).toEqual([...days].sort());
    for (const day of workdays) {
      expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(all.some(({ from, to }) => from <= day && day <= to)).toBe(false);
    }
  }
});

test('walking paces slow down and the detour is one', () => {
  expect(walking.paces.map(({ code }) => code)).toEqual(['normal', 'slow', 'cart']);
  expect(walking.paces.map(({ metresPerMinute }) => metresPerMinute)).toEqual([60, 45, 40]);
  expect(walking.detour).toBeGreaterThan(1);
});

test('demo places are marked so, lie inside the box, and keep apart', () => {
  expect(demoPlaces.status).toBe('演示');
  expect(demoPlaces.communities.map(({ code }) => code).sort()).toEqual(codes.filter((code) => code !== mine).sort());
  const points = demoPlaces.communities.map(({ lng, lat }) => gcj02(lng, lat));
  for (const [i, p] of points.entries()) {
    expect(insideBox(p, divisions.boundingBox)).toBe(true);
    for (const other of points.slice(i + 1)) expect(straightMetres(p, other)).toBeGreaterThan(300);
  }
});
