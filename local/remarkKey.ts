/**
 * The key that opens what residents write, on one machine: a file beside the data, readable by its owner alone. Made by the first
 * start of the demonstration, by nothing else: a tool or a production that made one of its own would close texts to everybody.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hex } from '../domain/leaf';
import { remarkKeyLength } from '../cloudfunctions/runtime/remarkBox';
import { inDataFolder, StartError } from './config';

export const remarkKeyFile = (dataFolder: string): string => join(dataFolder, 'remark-key');

/** As `LZ_REMARK_KEY` gives it, else as the data folder keeps it; null where there is none. Throws `StartError` for one that can't be read. */
export const remarkKeyIn = (dataFolder: string, given: string | undefined): Uint8Array | null => {
  if (given !== undefined) return readRemarkKey(given, 'LZ_REMARK_KEY');
  const file = remarkKeyFile(dataFolder);
  return existsSync(file) ? readRemarkKey(readFileSync(file, 'utf8'), file) : null;
};

export const ownRemarkKey = (dataFolder: string): Uint8Array =>
  inDataFolder(dataFolder, () => {
    const file = remarkKeyFile(dataFolder);
    if (!existsSync(file)) writeFileSync(file, hex(randomBytes(remarkKeyLength)), { flag: 'wx', mode: 0o600 });
    return readRemarkKey(readFileSync(file, 'utf8'), file);
  });

/** `where`: what the person at the terminal is told to mend. */
export const readRemarkKey = (text: string, where: string): Uint8Array => {
  const trimmed = text.trim();
  if (!/^[0-9a-f]{64}$/.test(trimmed)) throw new StartError(`${where} 读不懂，应是 64 位十六进制（用 npm run remark-keys 生成）。`);
  return Buffer.from(trimmed, 'hex');
};
