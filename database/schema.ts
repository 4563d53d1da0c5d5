/** The tables as TypeScript sees them. Times are ISO strings (see `types.ts` for how they are read). */
import type { RemarkReason, RemarkState } from '../types/contract/desk';
import type { Fact, Role } from '../types/contract/shared';
import type { Draft } from '../types/contract/outlet';
import type { PurgeEntry, RoundDefinition } from '../types/round';

type Json<T> = import('kysely').ColumnType<T, string, string>;
type Generated<T> = import('kysely').Generated<T>;

export interface Tables {
  'lz.rule_version': { kind: string; version: string; hash: string; title: string; source: string; status: string; body: Json<unknown>; loaded_at: Generated<string> };
  'lz.setting': { key: string; value: Json<unknown> };
  'lz.street': { code: string; name: string };
  'lz.community': {
    code: string; street_code: string; name: string; note: string | null;
    centre_lng: number | null; centre_lat: number | null; centre_status: Generated<string>; population: number | null; population_status: Generated<string>;
  };
  'lz.circle': {
    id: string; position: number; name: string; due: string; due_text: string;
    targets: Json<{ type: string; clause: string }[]>; target_status: string; communities_status: string;
  };
  'lz.circle_community': { circle_id: string; community_code: string };
  'lz.poster': { scene: string; community_code: string; created_at: string; created_by: string | null; revoked_at: string | null };
  'lz.officer': { id: string; person: string; role: Role; street_code: string | null; since: string; invited_by: string | null; ended_at: string | null };
  'lz.invite': {
    id: string; code_hash: string; role: Role; street_code: string | null; note: string; created_by: string; created_at: string;
    expires_at: string; used_at: string | null; used_by: string | null; revoked_at: string | null;
  };
  'lz.audit': { id: Generated<number>; at: string; actor: string; action: string; subject: string; detail: Json<unknown> };
  'lz.outlet': {
    id: string; name: string; search: string; format: string; services: string[]; small_repair: boolean; community_code: string;
    lng: number; lat: number; place: string; address: string; phone: string | null; hours: Json<import('../types/contract/shared').WeekHours | null>;
    open_week: string | null; credit_code: string | null; unlicensed_reason: string | null;
    cash: Fact; step_free: Fact; seats: Fact; staffed: Fact; listed: Generated<boolean>; owner: string | null;
    origin: 'demo' | 'census' | 'merchant'; origin_key: string | null; verified_at: string | null; verified_by: string | null;
    edited_at: string | null; changed_at: string; demo: Generated<boolean>;
  };
  'lz.registration': {
    id: string; revision: number; applicant: string; outlet_id: string | null; state: 'pending' | 'approved' | 'returned'; draft: Json<Draft>;
    community_code: string; street_code: string; reason: string | null; submitted_at: string; decided_at: string | null; decided_by: string | null; demo: Generated<boolean>;
  };
  'lz.round': {
    id: string; title: string; questionnaire_hash: string; method_hash: string; source: 'drawn' | 'open'; opens_at: string; closes_at: string;
    grace_hours: number; releases: Json<{ kind: 'interim' | 'final'; at: string }[]>; demo: Generated<boolean>;
    definition: Json<RoundDefinition | null>; definition_hash: Uint8Array | null; key_hash: Uint8Array | null; census_hash: string | null;
  };
  'lz.round_community': { round_id: string; community_code: string; target: number };
  'lz.answered': { round_id: string; community_code: string; day: string; source: 'drawn' | 'open'; answered: number };
  'lz.letter_list': {
    round_id: string; origin: 'drawn' | 'external'; issued: number; root: Uint8Array; seed: string | null; drawn: Uint8Array | null; leaf: Uint8Array; at: string;
  };
  /** The hash of a code's hash. */
  'lz.letter': { round_id: string; code_hash: Uint8Array; community_code: string };
  'lz.letter_return': { id: Generated<number>; round_id: string; community_code: string; returned: number; at: string };
  'lz.assist': {
    id: string; round_id: string; token_hash: Uint8Array; community_code: string; note: string; most: number; used: Generated<number>; created_by: string; created_at: string; revoked_at: string | null;
  };
  /** What an answer says is null once it was withdrawn, or its round purged. */
  'lz.response': {
    leaf: Uint8Array; salt: Uint8Array | null; withdraw_hash: Uint8Array | null; round_id: string; community_code: string; age_band: string | null; eligible: boolean | null;
    source: 'drawn' | 'open'; mode: 'self' | 'assisted' | null; proxy: boolean | null; questionnaire_hash: string;
    answers: Json<Record<string, string | string[]> | null>; seconds: number | null; reversed: boolean | null; crowded: Generated<boolean>;
    /** What a purge leaves; null before. */
    commitment: Generated<Uint8Array | null>;
  };
  'lz.purge': { round_id: string; at: string; body: Json<PurgeEntry>; leaf: Uint8Array };
  'lz.age_count': { round_id: string; community_code: string; younger: number; older: number; at: string };
  'lz.age_counted': { round_id: string; day: string };
  'lz.leaf': { round_id: string; position: number; leaf: Uint8Array };
  'lz.seal': { round_id: string; number: number; at: string; size: number; root: Uint8Array; frontier: Uint8Array[] };
  'lz.withdrawal': { withdraw_hash: Uint8Array; round_id: string; leaf: Uint8Array; of_leaf: Uint8Array; secret: string };
  'lz.participation': { round_id: string; tag: Uint8Array; submission: Uint8Array };
  'lz.participant': { round_id: string; tag: Uint8Array };
  /** At most so many a day (domain/pressure.ts, P1). */
  'lz.pressure': { round_id: string; community_code: string; day: string; reports: number };
  /** Sealed; only `clock` opens it (cloudfunctions/runtime/remarkBox.ts). */
  'lz.remark': { round_id: string; text: string; closed: Generated<boolean> };
  'lz.remark_batch': { round_id: string; number: number; day: string };
  'lz.remark_shown': { round_id: string; batch: number; place: number; text: string; state: RemarkState; reason: RemarkReason | null };
  'lz.release': { id: string; round_id: string; kind: 'interim' | 'final'; at: string; computed_at: string; method_hash: string; seal: number | null };
  'lz.release_cell': { release_id: string; place_kind: 'community' | 'circle' | 'district'; place_id: string; source: 'drawn' | 'open'; cell: Json<unknown>; distributions: Json<unknown> };
}
