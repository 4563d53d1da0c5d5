import { rebased, type Draft } from './draft';

const line = (number: number, name: string, doneOn: string | null = null): Draft['milestones'][number] => ({ key: String(number), number, name, due: '2027-01-20', doneOn });
const before: Draft = {
  id: 'p', circle: 'xidajie', format: 'repair', kind: 'attract', title: '引进维修点', department: 'housing', funding: 'enterprise', provincial: false, reasons: ['gap'], note: '正在找地方。', milestones: [line(1, '选好地方'), line(2, '开门')],
};

test('what she changed stays, all else is as it stands now', () => {
  expect(rebased({ ...before, title: '引进两处' }, before, { ...before, title: '同事改的', note: '找到了。' })).toEqual({ ...before, title: '引进两处', note: '找到了。' });
});
test.each<[string, Draft['milestones'], Draft['milestones'], Draft['milestones']]>([
  ['renamed by her, one done meanwhile', [line(1, '选好地方'), line(2, '开业')], [line(1, '选好地方', '2026-11-18'), line(2, '开门')], [line(1, '选好地方', '2026-11-18'), line(2, '开业')]],
  ['taken out by her, but done meanwhile', [line(2, '开门')], [line(1, '选好地方', '2026-11-18'), line(2, '开门')], [line(1, '选好地方', '2026-11-18'), line(2, '开门')]],
  ['taken out by her', [line(2, '开门')], [line(1, '选好地方'), line(2, '开门')], [line(2, '开门')]],
  ['one added by a colleague, one by her', [...before.milestones, { ...line(0, '装修'), key: 'new', number: null }], [...before.milestones, line(3, '办证')], [...before.milestones, line(3, '办证'), { ...line(0, '装修'), key: 'new', number: null }]],
  ['taken out by a colleague, renamed by her', [line(1, '选好地方'), line(2, '开业')], [line(1, '选好地方')], [line(1, '选好地方'), { ...line(2, '开业'), number: null }]],
  ['taken out by a colleague, left alone by her', before.milestones, [line(1, '选好地方')], [line(1, '选好地方')]],
])('milestones: %s', (_what, hers, theirs, then) => {
  expect(rebased({ ...before, milestones: hers }, before, { ...before, milestones: theirs }).milestones).toEqual(then);
});
