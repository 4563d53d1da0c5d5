/**
 * What was checked in the demonstration, marked by the cast through the real action: one circle nearly whole, one half, another begun, and
 * nobody has looked at the rest. So a gap, 部分, a mark that is due again and 还不知道 are all to be seen.
 */
import { formats, plan } from '../../rules';
import { contractVersion } from '../../types/contract/version';
import type { CheckStateName } from '../../types/contract/inventory';
import type { FormatRules, PlanRules } from '../../types/rules';
import { identityOf } from '../sessions';
import type { Host } from '../host';
import { chanceFrom } from './random';

export interface DemoMark { readonly by: 'street' | 'district'; readonly community: string; readonly formats: readonly string[]; readonly state: CheckStateName; readonly daysAgo: number; readonly note: string }

const walked = '走遍了（演示）';
const papers = '只看了材料（演示）';
/** Past the days of rules/inventory.json. */
const longAgo = 200;

export const demoMarks = ({ circles }: PlanRules, { formats: all }: FormatRules): DemoMark[] => {
  const of = (wanted: (one: FormatRules['formats'][number]) => boolean) => all.filter(wanted).map(({ code }) => code);
  const communities = (circle: string) => circles.find(({ id }) => id === circle)?.communities ?? [];
  // behind doors, so that walking past does not find it
  const indoors = ['housekeeping', 'education'];
  const whole = communities('xidajie').flatMap((community, i): DemoMark[] => [
    { by: 'district', community, formats: of(({ code }) => !indoors.includes(code)), state: 'checked', daysAgo: 20 + i, note: walked },
    { by: 'district', community, formats: indoors, state: i === 0 ? 'partial' : 'checked', daysAgo: 20 + i, note: i === 0 ? papers : walked },
  ]);
  const half = communities('dongdajie').flatMap((community, i): DemoMark[] => [
    { by: 'street', community, formats: of((one) => one.class === 'basic'), state: 'checked', daysAgo: i === 6 ? longAgo : 10 + i, note: walked },
    ...(i < 2 ? [{ by: 'street' as const, community, formats: of((one) => one.class === 'quality'), state: 'partial' as const, daysAgo: 10 + i, note: papers }] : []),
  ]);
  const begun = communities('huochezhanjie').slice(0, 1).map((community): DemoMark => ({ by: 'district', community, formats: ['breakfast', 'repair', 'wet-market'], state: 'partial', daysAgo: 40, note: papers }));
  return [...whole, ...half, ...begun];
};

export const demoInventory = async (host: Host, now: Date, seed: number): Promise<void> => {
  const chance = chanceFrom(seed);
  for (const { by, daysAgo, ...mark } of demoMarks(plan, formats)) {
    const send = host.handlerAt('desk', () => new Date(now.getTime() - daysAgo * 86_400_000));
    const reply = await send({ action: 'checkInventory', v: contractVersion, data: { sending: chance.uuid(), ...mark } }, identityOf(`cast-${by}`));
    if (!reply.ok) throw new Error(`demonstration mark refused: ${reply.error.code} ${reply.error.field ?? ''}`);
  }
};
