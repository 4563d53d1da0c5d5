/** The clock of one machine: the same work as the cloud's timer, every five minutes. Locks in the database keep it single among several processes. */
import { removePhotos } from '../cloudfunctions/clock/photos';
import { workJobs } from '../cloudfunctions/export/jobs/work';
import { showWaitingRemarks } from '../cloudfunctions/clock/remarks';
import { tick } from '../cloudfunctions/clock/tick';
import { remarkOpener } from '../cloudfunctions/runtime/remarkBox';
import type { Host } from './host';

const everyMs = 5 * 60_000;
/** Files that take a while are awaited by somebody. */
const jobsEveryMs = 20_000;

export const startClock = ({ database, roundKeys, remarkKey, files, settings }: Pick<Host, 'database' | 'roundKeys' | 'remarkKey' | 'files' | 'settings'>, now: () => Date, log: (line: string) => void): { stop(): Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const after = (turn: () => Promise<void>, again: string) => {
    running = running.then(turn).catch((error: Error) => log(`定时任务出错，${again}再试：${error.name}`));
  };
  const once = () => after(work, '五分钟后');
  const makeFiles = async () => {
    const { fault } = await workJobs(database.as('export'), { files, settings, now });
    if (fault !== null) log(`报告或验收资料有一步没做成，会再试：${fault}`);
  };
  const work = async () => {
    const { released, over, keptTooLong } = await tick(database.as('clock'), now());
    released.forEach((name) => log(`已发布结果：${name}`));
    for (const round of over) await destroyKey(round);
    remindOf(keptTooLong);
    await showRemarks();
    if (files) await removePhotos(database.as('clock'), files, now());
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
  const timers = [setInterval(once, everyMs), setInterval(() => after(makeFiles, '一会儿'), jobsEveryMs)];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
};
