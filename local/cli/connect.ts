/**
 * Where a command runs. A server that holds the data folder is asked to run it, since two processes on one
 * embedded database would ruin it; else the tool takes the folder itself. With DATABASE_URL it connects directly.
 */
import type { Config } from '../config';
import { StartError } from '../config';
import type { Commands, ProgressOutput } from '../commands';
import { lockOwner, takeLock, type LockOwner } from '../lock';

type AnyOutcome = Awaited<ReturnType<Commands[keyof Commands]>>;
type Outcome<N extends keyof Commands> = Exclude<Awaited<ReturnType<Commands[N]>>, { refused: string }>;

/** Runs a command. `onProgress` is called now and then while a long one runs. Throws `StartError` with the sentence where it is refused. */
export const runCommand = async <N extends keyof Commands>(config: Config, name: N, input: Parameters<Commands[N]>[0], onProgress: (progress: NonNullable<ProgressOutput>) => void = () => {}): Promise<Outcome<N>> => {
  const owner = config.databaseUrl === null ? lockOwner(config.dataFolder) : null;
  const outcome = owner ? await throughServer(owner, name, input, onProgress) : await byItself(config, name, input, onProgress);
  if (outcome !== null && typeof outcome === 'object' && 'refused' in outcome) throw new StartError(outcome.refused);
  return outcome as Outcome<N>;
};

const byItself = async (config: Config, name: keyof Commands, input: unknown, onProgress: (progress: NonNullable<ProgressOutput>) => void) => {
  const lock = config.databaseUrl === null ? takeLock(config.dataFolder, 0) : null;
  if (lock) process.on('exit', lock.release);
  // database, functions and rules are read only where no server has them already: to ask one, a tool needs none of it
  const [{ openConfigured }, { openHost }, { commandsOf }, { filesFolder }, { remarkKeyIn }, { keysFolder, roundKeysIn }] =
    await Promise.all([import('../openDatabase'), import('../host'), import('../commands'), import('../files'), import('../remarkKey'), import('../roundKeys')]);
  const database = await openConfigured({ ...config, fresh: false });
  try {
    const host = await openHost({ database, secret: config.secret, roundKeys: roundKeysIn(keysFolder(config.dataFolder), process.env.LZ_ROUND_KEYS), remarkKey: remarkKeyIn(config.dataFolder, process.env.LZ_REMARK_KEY), filesFolder: filesFolder(config.dataFolder), settings: { hotline: config.hotline, oversight: config.oversight, publicUrl: config.publicUrl, demo: config.demo } });
    const commands = commandsOf(host);
    return await watched((commands[name] as (input: unknown) => Promise<AnyOutcome>)(input), () => commands.progress(null), onProgress);
  } finally {
    await database.close();
    lock?.release();
  }
};

const throughServer = async (owner: LockOwner, name: keyof Commands, input: unknown, onProgress: (progress: NonNullable<ProgressOutput>) => void) => {
  if (owner.port === 0) throw new StartError(`另一个命令正在使用数据文件夹（进程 ${owner.pid}）。请等它做完再试。`);
  return watched(ask(owner, name, input), () => ask(owner, 'progress', null), onProgress);
};

const ask = async (owner: LockOwner, name: keyof Commands, input: unknown): Promise<AnyOutcome> => {
  const reply = await fetch(`http://127.0.0.1:${owner.port}/control/${name}`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-control-key': owner.key }, body: JSON.stringify(input ?? {}),
  }).catch(() => {
    throw new StartError(`服务器（进程 ${owner.pid}，端口 ${owner.port}）没有应答。它可能正在启动，请过一会儿再试。`);
  });
  const answer = (await reply.json().catch(() => null)) as { ok: boolean; data: AnyOutcome } | null;
  if (reply.status === 404) throw new StartError('正在运行的服务器不认识这个命令，可能是旧版本。请重新启动它再试。');
  if (reply.status === 413) throw new StartError('内容太大，正在运行的服务器收不下。请先停止服务器，再试一次。');
  if (!answer?.ok) throw new StartError('服务器没有做成。请看服务器那边的提示，或先停止服务器再试。');
  return answer.data;
};

/** Milliseconds between two looks at how far it is. */
const lookEvery = 1000;

const watched = async <T>(work: Promise<T>, look: () => Promise<unknown>, onProgress: (progress: NonNullable<ProgressOutput>) => void): Promise<T> => {
  const timer = setInterval(() => {
    look().then((progress) => { if (progress !== null && typeof progress === 'object' && 'done' in progress) onProgress(progress as NonNullable<ProgressOutput>); }, () => undefined);
  }, lookEvery);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
};
