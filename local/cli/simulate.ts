/**
 * `npm run simulate`: whether the interval holds what it promises, on people whose opinion is known. Nothing is read or
 * written; the seed is fixed, so the table is the same on every machine. Ends non-zero where a design misses its band.
 */
import { methodOf } from '../../domain/method';
import { simulate, standardError, wilsonCoverage, type SimulatedDesign } from '../../domain/simulate';
import { simulatedRounds } from '../../domain/simulate-designs';
import { method as body } from '../../rules';
import { StartError } from '../config';
import { chanceFrom } from '../demo/random';
import { readArguments, runTool, say } from './tool';

const seed = 620602;
const rounds = 5000;
/** n, and what enumeration must give at p = 90 %, to ± .0001. */
const enumerated = [[384, 0.9494], [100, 0.9364], [50, 0.9703]] as const;

runTool(async () => {
  const { words } = readArguments(process.argv.slice(2), {}, 'npm run simulate');
  if (words.length > 0) throw new StartError('用法：npm run simulate');
  const method = methodOf(body);
  say(`算法版本 ${method.version}，种子 ${seed}。`);
  const exact = enumerated.map(([n, expected]) => sayEnumerated(n, expected, method.z));
  say(`\n抽样、加权，每种 ${rounds} 轮（要求：覆盖率 93.5%–96.5%，下限高过真值的不超过 3.5%）：`);
  const { next } = chanceFrom(seed);
  const designs = simulatedRounds(method, next);
  const drawn = designs.map((design) => {
    const result = simulate(design, rounds, method, next);
    say(lineOf(result, design.open));
    return result;
  });
  say('\n「警告」是这个算法管不了的情形：来不来答跟满意不满意有关，没有人口表；或者人与人之间天差地别，区间偏窄或偏宽一点。它们永远不算通过。');
  const failed = drawn.filter(({ passes }) => passes === false).length + exact.filter((fits) => !fits).length;
  say(failed === 0 ? '全部在要求以内。' : `${failed} 项不在要求以内。`);
  return failed === 0;
});

function sayEnumerated(n: number, expected: number, z: number): boolean {
  const coverage = wilsonCoverage(n, 0.9, z);
  const fits = Math.abs(coverage - expected) <= 0.0001;
  say(`不加权，逐一列举：n = ${n}，p = 90%，覆盖率 ${coverage.toFixed(4)}（应为 ${expected.toFixed(4)}） ${fits ? '通过' : '不通过'}`);
  return fits;
}

function lineOf(result: SimulatedDesign, open: boolean): string {
  const share = (x: number) => `${(100 * x).toFixed(2)}±${(100 * standardError(x, result.rounds)).toFixed(2)}%`;
  const verdict = result.passes === null ? '警告' : result.passes ? '通过' : '不通过';
  return `${verdict} ${result.name}：真值 ${(100 * result.truth).toFixed(2)}%，平均 ${(100 * result.rate).toFixed(2)}%，打分 ${result.scored.toFixed(0)} 份，有效 ${result.nEff.toFixed(0)} 份；`
    + `覆盖率 ${share(result.coverage)}，下限高过真值 ${share(result.above)}${open ? '（自愿参与不下结论）' : `，下限到 90% ${share(result.reached)}`}`;
}
