/** The secrets of a round, where this deployment holds its key. Without the key nobody's answer is taken: who had answered before would not be known. */
import type { RoundRow } from '../../database/queries/rounds';
import type { Context } from '../runtime/action';
import { sha256 } from '../runtime/hashing';
import { roundSecrets, type RoundSecrets } from '../runtime/secrets';

/** Null where the key is missing, or is not the one this round was opened with. */
export const secretsOfRound = ({ id, key_hash: hash }: Pick<RoundRow, 'id' | 'key_hash'>, { memo, roundKeys, secrets }: Pick<Context, 'memo' | 'roundKeys' | 'secrets'>): Promise<RoundSecrets | null> =>
  memo(`round-secrets:${id}`, 10_000, async () => {
    if (hash === null) return secrets.oldRound(id);
    const key = await roundKeys.of(id);
    return key && sha256(key).equals(hash) ? roundSecrets(id, key) : null;
  });
