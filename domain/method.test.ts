import { method } from '../rules';
import type { MethodBody } from '../types/rules';
import { methodOf } from './method';

/** rules/method.json as it stood in version 1, whose rounds are in databases. */
const version1: MethodBody = {
  kind: 'method', version: '1', title: '满意率的算法与发布门槛', source: '项目拟稿', status: '项目拟稿', rate: 'top2', target: 0.9, z: 1.96, smallestCell: 10,
  gates: { circle: 100, community: 20, district: 384 }, communityTarget: 50, graceHours: 24, eligibleResidence: ['6-to-12-months', '1-to-3-years', 'over-3-years'], sources: [],
};

test('S1 a method of version 1 weighs nothing and gives its verdict in every release, as it did', () => {
  expect(methodOf(version1)).toEqual({ ...version1, weighting: 'none', weightCap: null, sample: null, flags: null, needs: null });
});

test('S2 the present method stands as it is', () => {
  expect(methodOf(method)).toEqual(method);
});
