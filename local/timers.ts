/** The clock of one machine: the same work as the cloud's timer, every five minutes. Locks in the database keep it single among several processes. */
import { showWaitingRemarks } from '../cloudfunctions/clock/remarks';
import { tick } from '../cloudfunctions/clock/tick';
import { remarkOpener } from '../cloudfunctions/runtime/remarkBox';
import type { Host } from './host';

const everyMs = 5 * 60_000;

export const startClock = ({ database, roundKeys, remarkKey }: Pick<Host, 'database' | 'roundKeys' | 'remarkKey'>, now: () => Date, log: (line: string) => void): { stop(): Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const once = () => {
    running = running.then(work).catch((error: Error) => log(`定时任务出错，五分钟后再试：${error.name}`));
  };
  const work = async () => {
    const { released, over, keptTooLong } = await tick(database.as('clock'), now());
    released.forEach((name) => log(`已发布结果：${name}`));
    for (const round of over) await destroyKey(round);
    remindOf(keptTooLong);
    await showRemarks();
  };
  const opener = remarkKey && remarkOpener(remarkKey);
  const told = new Set<string>();
  const showRemarks = async () => {
    for (const round of (await showWaitingRemarks(database.as('clock'), now(), opener)).closed) {
      if (told.has(round)) continue;
      told.add(round);
      log(`轮次 ${round} 有居民留言打不开：这里没有当时的密钥（LZ_REMARK_KEY）。留言没有丢，放回密钥就能打开。`);
    }
  };
  const destroyKey = async (round: string) => {
    if (!(await roundKeys.destroy(round))) return;
    await database.owner.insertInto('lz.audit').values({ at: now().toISOString(), actor: 'clock', action: 'round.key_destroyed', subject: round, detail: '{}' }).execute();
    log(`轮次 ${round} 已结束，它的密钥已销毁。`);
  };
  /** Once a start is enough: it is not for a timer to nag. */
  const reminded = new Set<string>();
  const remindOf = (rounds: readonly string[]) => {
    for (const round of rounds.filter((id) => !reminded.has(id))) {
      reminded.add(round);
      log(`轮次 ${round} 的原始答卷过了保存期限。请运行：npm run purge -- --round ${round}`);
    }
  };
  once();
  const timer = setInterval(once, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
};
