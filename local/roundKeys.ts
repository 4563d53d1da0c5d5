/**
 * The keys of rounds on one machine: a file each beside the data, readable by its owner alone, gone when the round is over.
 * `LZ_ROUND_KEYS` (the same as in the cloud) goes before the files: so several processes can share one set.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { hex } from '../domain/leaf';
import { roundKeysShape } from '../cloudfunctions/runtime/environment';
import type { RoundKeys } from '../cloudfunctions/runtime/secrets';
import { StartError } from './config';

export interface RoundKeyStore extends RoundKeys {
  make(round: string): Promise<Uint8Array>;
  /** Keeps a key that was made elsewhere. Throws where there is one. */
  put(round: string, key: Uint8Array): Promise<void>;
  /** True where there was one. */
  destroy(round: string): Promise<boolean>;
  /** Round → key, those in files: what a backup takes along. */
  all(): ReadonlyMap<string, Uint8Array>;
}

export const keysFolder = (dataFolder: string) => join(dataFolder, 'keys');

export const roundKeysIn = (folder: string, given: string | undefined): RoundKeyStore => {
  const fromEnvironment = given === undefined ? new Map<string, Uint8Array>() : keysFrom(given);
  const fileOf = (round: string) => join(folder, `${round}.key`);
  const readKey = (round: string) => (existsSync(fileOf(round)) ? Buffer.from(readFileSync(fileOf(round), 'utf8').trim(), 'hex') : null);
  return {
    of: async (round) => fromEnvironment.get(round) ?? readKey(round),
    async make(round) {
      const key = randomBytes(32);
      await this.put(round, key);
      return key;
    },
    async put(round, key) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(fileOf(round), hex(key), { flag: 'wx', mode: 0o600 });
    },
    async destroy(round) {
      const there = existsSync(fileOf(round));
      rmSync(fileOf(round), { force: true });
      return there;
    },
    all: () => new Map(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.key')).map((name) => [name.slice(0, -4), readKey(name.slice(0, -4))!]) : []),
  };
};

/** For tests and for what lives only as long as the process. */
export const roundKeysInMemory = (): RoundKeyStore => {
  const keys = new Map<string, Uint8Array>();
  return {
    of: async (round) => keys.get(round) ?? null,
    async make(round) {
      const key = randomBytes(32);
      keys.set(round, key);
      return key;
    },
    async put(round, key) {
      keys.set(round, key);
    },
    destroy: async (round) => keys.delete(round),
    all: () => keys,
  };
};

/** Round → key, from JSON. Throws `StartError`. */
export const keysFrom = (text: string): ReadonlyMap<string, Uint8Array> => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), roundKeysShape), text);
  if (!read.success) throw new StartError('轮次的密钥读不懂，应是 {"轮次编号": "64 位十六进制"}。');
  return new Map(Object.entries(read.output).map(([round, key]) => [round, Buffer.from(key, 'hex')]));
};
