import { approvalLines } from './words';

it('prints the marks in their order, whatever order they came in', () => {
  expect(approvalLines({ 有效期: '2027年12月', 批准文号: '武统字〔2026〕1号', 表号: '凉商调1表', 批准机关: '武威市统计局', 制定机关: '凉州区商务局' }))
    .toEqual(['表号：凉商调1表', '制定机关：凉州区商务局', '批准机关：武威市统计局', '批准文号：武统字〔2026〕1号', '有效期：2027年12月']);
});
it('prints nothing where there is none', () => expect([approvalLines(null), approvalLines(undefined)]).toEqual([[], []]));
