/**
 * Writes a round down for good: its definition, the hash of its key, and, as the first thing sealed, a leaf over both. In the
 * caller's transaction. What is in the definition never changes again; the database refuses it.
 */
import { sql } from 'kysely';
import { canonicalJson } from '../../domain/canonical';
import { hex, roundText } from '../../domain/leaf';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { leafOf, sha256 } from '../../cloudfunctions/runtime/hashing';
import type { Handle } from '../../database/handle';
import type { Seal } from '../../database/queries/seals';
import type { RoundDefinition } from '../../types/round';

export interface DefineInput {
  readonly definition: Omit<RoundDefinition, 'kind' | 'circles' | 'keyHash' | 'publicKey'>;
  readonly key: Uint8Array;
  readonly publicKey: Uint8Array;
}

export const defineRound = async (tx: Handle, { definition: given, key, publicKey }: DefineInput, now: Date): Promise<Seal> => {
  const keyHash = sha256(key);
  const circles = await circlesOf(tx, given.communities.map(({ code }) => code));
  const definition: RoundDefinition = { kind: 'lz-round-1', ...given, circles, keyHash: hex(keyHash), publicKey: hex(publicKey) };
  const definitionHash = sha256(canonicalJson(definition));
  await tx.insertInto('lz.round').values({
    id: definition.id, title: definition.title, questionnaire_hash: definition.questionnaire, method_hash: definition.method, census_hash: definition.census,
    source: definition.source, opens_at: definition.opensAt, closes_at: definition.closesAt, grace_hours: definition.graceHours, releases: JSON.stringify(definition.releases),
    demo: definition.demo, definition: canonicalJson(definition), definition_hash: definitionHash, key_hash: keyHash,
  }).execute();
  await tx.insertInto('lz.round_community').values(definition.communities.map(({ code, target }) => ({ round_id: definition.id, community_code: code, target }))).execute();
  await tx.insertInto('lz.leaf').values({ round_id: definition.id, position: 0, leaf: leafOf(roundText(definitionHash)) }).execute();
  return sealRound(tx, definition.id, now);
};

/** The circles as they are today, with those of their communities that are asked: a later change of a circle changes no running round. */
const circlesOf = async (tx: Handle, asked: readonly string[]): Promise<RoundDefinition['circles']> => {
  const { rows } = await sql<{ id: string; name: string; communities: string[] }>`
    select c.id, c.name, array_agg(m.community_code order by m.community_code) as communities
    from lz.circle c join lz.circle_community m on m.circle_id = c.id where m.community_code = any(${[...asked]}::text[]) group by c.id, c.name, c.position order by c.position`.execute(tx);
  return rows;
};
