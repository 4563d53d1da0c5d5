/** The clock of one machine: the same work as the cloud's timer, every five minutes. Locks in the database keep it single among several processes. */
import { tick } from '../cloudfunctions/clock/tick';
import type { Database } from '../database/handle';

const everyMs = 5 * 60_000;

export const startClock = (database: Database, now: () => Date, log: (line: string) => void): { stop(): Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const once = () => {
    running = running.then(() => tick(database.as('clock'), now())).then(
      ({ released }) => released.forEach((name) => log(`已发布结果：${name}`)),
      (error: Error) => log(`定时任务出错，五分钟后再试：${error.name}`),
    );
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
