/** One hash for a release and all its figures: what is left to hold them against when the answers are gone. */
import { canonicalJson } from '../../domain/canonical';
import { sha256Hex } from '../../cloudfunctions/runtime/hashing';
import type { Handle } from '../../database/handle';

/** Release id → hash, of everything the round published, by id. */
export const releaseHashes = async (db: Handle, round: string): Promise<{ id: string; hash: string }[]> => {
  const releases = await db.selectFrom('lz.release').select(['id', 'kind', 'at', 'method_hash', 'seal']).where('round_id', '=', round).orderBy('id').execute();
  const hashes: { id: string; hash: string }[] = [];
  for (const release of releases) {
    const cells = await db.selectFrom('lz.release_cell').select(['place_kind', 'place_id', 'source', 'cell', 'distributions']).where('release_id', '=', release.id).execute();
    // sorted here: the order of a database depends on its language
    const sorted = cells.map((cell) => canonicalJson(cell)).sort();
    hashes.push({ id: release.id, hash: sha256Hex(canonicalJson([release, sorted])) });
  }
  return hashes.sort((a, b) => (a.id < b.id ? -1 : 1));
};
