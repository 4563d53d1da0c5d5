/** The tables as TypeScript sees them. Times are ISO strings (see `types.ts` for how they are read). */
import type { CallbackEntry, CallbackPlan, CallbackShown } from '../types/callback';
import type { RemarkReason, RemarkState } from '../types/contract/desk';
import type { Column, CoordinateSystem } from '../domain/census-list/columns';
import type { Difference, Outcome } from '../domain/census-list/compare';
import type { CensusOutlet, Problem } from '../domain/census-list/parse';
import type { Suspicion } from '../domain/census-list/suspicion';
import type { ImportCounts, ImportDone } from '../types/contract/export';
import type { Chain } from '../types/outletFields';
import type { DeskRole, Fact, Facts, PaceCode, Role } from '../types/contract/shared';
import type { VisitOutcome } from '../types/contract/field';
import type { ClaimPapers, Draft } from '../types/contract/merchant';
import type { CorrectionKind, EntryBy, Standing } from '../types/contract/outlet';
import type { PhotoPurpose, PhotoReason, PhotoState } from '../types/contract/photos';
import type { AspectsSaid, TextState } from '../types/contract/voice';
import type { PurgeEntry, RoundDefinition } from '../types/round';

type Json<T> = import('kysely').ColumnType<T, string, string>;
type Nullable<T> = import('kysely').ColumnType<T | null, string | null, string | null>;
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
  'lz.project': {
    id: string; circle_id: string; format: string; kind: 'build' | 'renovate' | 'attract' | 'combine'; title: string; department: string; funding: 'government' | 'enterprise' | 'both'; provincial: boolean;
    reasons: ('gap' | 'asked' | 'wished')[]; note: string; state: 'planned' | 'going' | 'done' | 'dropped'; version: number; created_at: string; changed_at: string; demo: boolean;
  };
  'lz.milestone': { project_id: string; number: number; name: string; due: string; done_at: string | null; dropped_at: string | null };
  'lz.project_entry': {
    id: Generated<number>; sending: string; project_id: string; act: 'make' | 'change' | 'start' | 'finish' | 'drop' | 'resume' | 'note' | 'milestone'; text: string | null; detail: Json<unknown>;
    at: string; by: string; by_role: DeskRole;
  };
  'lz.poster': { scene: string; community_code: string; created_at: string; created_by: string | null; revoked_at: string | null };
  'lz.officer': { id: string; person: string; role: Role; street_code: string | null; community_code: Generated<string | null>; department: Generated<string | null>; since: string; invited_by: string | null; ended_at: string | null };
  'lz.invite': {
    id: string; code_hash: string; role: Role; street_code: string | null; community_code: Generated<string | null>; department: Generated<string | null>; note: string; created_by: string; created_at: string;
    expires_at: string; used_at: string | null; used_by: string | null; revoked_at: string | null;
  };
  'lz.may_invite': { role: Role; invites: Role };
  'lz.audit': { id: Generated<number>; at: string; actor: string; action: string; subject: string; detail: Json<unknown> };
  'lz.outlet': {
    id: string; name: string; search: string; format: string; services: string[]; small_repair: boolean; community_code: string;
    lng: number; lat: number; place: string; address: string; phone: string | null; hours: Json<import('../types/contract/shared').WeekHours | null>;
    dated: Nullable<import('../types/contract/shared').DatedHours>; market_id: string | null; open_week: string | null; credit_code: string | null; unlicensed_reason: string | null;
    cash: Fact; step_free: Fact; seats: Fact; staffed: Fact; listed: Generated<boolean>; owner: string | null;
    origin: 'demo' | 'census' | 'merchant'; origin_key: string | null; verified_at: string | null; verified_by: string | null;
    edited_at: string | null; changed_at: string; demo: Generated<boolean>; photos: Generated<string[]>;
    chain: Generated<Chain>; brand: Generated<string | null>;
    merged_into: Generated<string | null>; absorbed: Generated<number>;
    standing: Generated<Standing>; confirmed_at: Generated<string | null>; confirmed_by: Generated<'owner' | 'staff' | null>;
  };
  'lz.import': {
    id: string; file: string; hash: Uint8Array; system: CoordinateSystem | null; state: 'staged' | 'loaded' | 'dropped'; staged_at: string; staged_by: string; compared_at: string;
    notes: Json<string[]>; suspicion: Json<Suspicion | null>; counts: Json<ImportCounts>; ended_at: string | null; ended_by: string | null; done: Json<ImportDone | null>;
  };
  /** `cells`, `item`, `reasons` and `seen` are null once the list was loaded. */
  'lz.import_row': {
    import_id: string; line: number; name: string; outcome: Outcome; outlet_id: string | null; choice: 'list' | 'kept' | null;
    cells: Json<Readonly<Partial<Record<Column, string>>> | null>; item: Json<CensusOutlet | null>; reasons: Json<(Difference | Problem)[] | null>; seen: Uint8Array | null;
  };
  'lz.import_part': { id: string; owner: string; at: number; data: string; sent_at: string };
  /** Appended to alone; the newest of a circle holds. */
  'lz.circle_state': { id: Generated<number>; sending: string; circle_id: string; state: 'planned' | 'building' | 'built' | 'accepted'; note: string | null; at: string; by: string };
  /** Appended to alone; the newest of a place and field holds. */
  'lz.entered': {
    id: Generated<number>; sending: string; place_kind: 'community' | 'circle'; place_id: string; field: string; value: number | null; words: string | null;
    source: string; as_of: string; at: string; by: string; by_role: DeskRole;
  };
  'lz.rule_draft': {
    id: string; kind: 'classification' | 'evaluation' | 'tables'; version: string; hash: string; body: Json<import('../types/rules').RuleHead>;
    staged_at: string; staged_by: string; state: Generated<'staged' | 'adopted' | 'dropped'>; ended_at: string | null; ended_by: string | null;
  };
  /** Appended to alone. */
  'lz.table_form': { hash: string; content: Uint8Array; columns: Json<readonly import('../types/rules').TableColumn[]>; kept_at: string; kept_by: string };
  /** Appended to alone; the newest of a task and party holds. */
  'lz.task_note': {
    id: Generated<number>; sending: string; task: string; department: string; street_code: string | null; state: 'going' | 'done' | 'stuck'; text: string; at: string; by: string; by_role: DeskRole;
  };
  'lz.snapshot': { id: string; name: string; at: string; by: string; sheet: Json<import('../domain/figures/record').Frozen>; hash: Uint8Array; demo: boolean };
  /** The first file of each kind; never changed. */
  'lz.report': { snapshot_id: string; kind: string; circle_id: string | null; street_code: string | null; name: string; template_hash: string | null; content: Uint8Array; hash: Uint8Array; at: string; by: string };
  'lz.export_job': {
    id: string; snapshot_id: string; kind: 'report' | 'archive'; circle_id: string | null; asked_at: string; asked_by: string; state: Generated<'waiting' | 'working' | 'made' | 'failed'>;
    steps: string[]; done: Generated<number>; photos: string[]; tries: Generated<number>; fault: Generated<string | null>; changed_at: string;
  };
  'lz.export_part': { job_id: string; path: string; content: Uint8Array };
  /** Appended to alone; the newest of a community and format holds. */
  'lz.inventory_check': { id: Generated<number>; community_code: string; format: string; state: 'checked' | 'partial' | 'unchecked'; by: string; by_role: DeskRole; at: string; note: string | null; sending: string };
  /** Written by a trigger alone, from what `lz.change_as` was told (database/queries/history.ts). */
  'lz.outlet_entry': {
    id: Generated<number>; outlet_id: string; at: string; by: EntryBy; actor: string | null; act: string; why: string | null; fields: string[];
    before: Json<Record<string, unknown>>; after: Json<Record<string, unknown>>; subject: string | null;
    /** Nothing stood there before. */
    first: Generated<boolean>;
  };
  'lz.outlet_merge': {
    id: string; kept: string; gone: string; at: string; by: string; reports: string[]; undone_at: Generated<string | null>; undone_by: Generated<string | null>;
  };
  'lz.outlet_apart': { one: string; other: string; apart: boolean; at: string; by: string };
  'lz.correction': {
    id: string; outlet_id: string; street_code: string; reporter: string; kind: CorrectionKind; note: string | null;
    state: 'open' | 'accepted' | 'refused' | 'answered' | 'withdrawn'; reason_code: string | null; reason: string | null;
    submitted_at: string; decided_at: string | null; decided_by: string | null;
  };
  'lz.dispute': {
    id: string; outlet_id: string; street_code: string; owner: string | null; state: 'open' | 'decided' | 'dropped'; opened_at: string; answer_by: string;
    decided_at: string | null; decided_by: string | null;
  };
  'lz.claim': {
    id: string; revision: number; outlet_id: string; street_code: string; claimant: string; state: 'pending' | 'disputed' | 'granted' | 'refused' | 'withdrawn';
    dispute_id: string | null; papers: Json<ClaimPapers>; reason_code: string | null; reason: string | null; submitted_at: string; decided_at: string | null; decided_by: string | null;
  };
  'lz.handover': {
    id: string; outlet_id: string; code_hash: string; side: 'owner' | 'staff'; created_by: string; created_at: string; expires_at: string; used_at: string | null; used_by: string | null;
  };
  'lz.review': {
    id: string; outlet_id: string; street_code: string; half: string; writer: string; version: number; aspects: import('kysely').ColumnType<AspectsSaid | null, string, string | null>; text: string | null;
    state: TextState | null; reason_code: Generated<string | null>; reason: Generated<string | null>; counts: Generated<boolean>; written_at: string; changed_at: string;
    decided_at: Generated<string | null>; decided_by: Generated<string | null>; withdrawn_at: Generated<string | null>;
    reply: Generated<string | null>; reply_state: Generated<TextState | null>; reply_reason_code: Generated<string | null>; reply_reason: Generated<string | null>; replied_at: Generated<string | null>;
    complaint: Generated<string | null>; complaint_state: Generated<'open' | 'kept' | 'upheld' | null>; complained_at: Generated<string | null>;
  };
  'lz.follow': {
    id: string; person: string; outlet_id: string | null; format: string | null; services: string[]; community_code: string | null; lng: number | null; lat: number | null;
    place: string | null; minutes: number | null; pace: PaceCode | null; reach: number | null; since: string; until: string;
  };
  'lz.news': { entry_id: number; listed: boolean | null };
  'lz.push_consent': { id: string; person: string; sealed: string; given_at: string };
  'lz.push': {
    message_id: string; channel: 'wechat'; consent_id: string; sealed: string | null; state: 'waiting' | 'claimed' | 'sent' | 'given_up' | 'needless'; attempts: number;
    next_at: string; claimed_until: string | null;
  };
  /** What was looked at: `facts` leaves out what was not. */
  'lz.visit': { id: string; outlet_id: string; street_code: string; visitor: string; outcome: VisitOutcome; facts: Json<Partial<Facts>>; note: string | null; phone_at: string; at: string };
  'lz.edit': { id: string; outlet_id: string; street_code: string; editor: string; why: string; at: string };
  /** A visit or an edit that was taken back. */
  'lz.text_decision': { id: string; review_id: string; street_code: string; part: 'review' | 'reply' | 'complaint'; decision: 'pass' | 'refuse'; at: string; by: string };
  'lz.undone': { subject: string; by: string; at: string };
  'lz.witness': {
    id: string; outlet_id: string | null; registration_id: string | null; street_code: string; witness: string; photo: string; reason: string; at: string; until: string;
    state: 'standing' | 'renewed' | 'ended' | 'revoked'; changed_at: string; reminded_at: string | null;
  };
  'lz.digest': { person: string; day: string; at: string };
  'lz.message': { id: string; person: string; kind: string; body: Json<Record<string, string>>; at: string; read_at: string | null };
  'lz.market': {
    id: string; position: number; name: string; kind: import('../types/rules').MarketKind; clause: string; lng: number | null; lat: number | null; address: string | null; place_status: string;
    hours: Nullable<import('../types/contract/shared').WeekHours>; dated: Nullable<import('../types/contract/shared').DatedHours>; hours_status: string;
    rules: Json<{ text: string; status: string }[]>; demo: Generated<boolean>;
  };
  'lz.registration': {
    id: string; revision: number; applicant: string; outlet_id: string | null; state: 'pending' | 'approved' | 'returned'; draft: Json<Draft>;
    community_code: string; street_code: string; reason: string | null; reason_code: Generated<string | null>; submitted_at: string; decided_at: string | null; decided_by: string | null; demo: Generated<boolean>;
  };
  /** A photo; its content lies in a store, under `place` (null: not there, or removed). */
  'lz.file': {
    id: string; owner: string; purpose: PhotoPurpose; media: 'image/jpeg' | 'image/png' | 'image/webp'; bytes: number; sha256: Uint8Array; width: number; height: number; created_at: string;
    state: Generated<PhotoState>; reason: PhotoReason | null; decided_at: string | null; decided_by: string | null; place: string | null; removed_at: string | null; trace: string | null;
    subject_kind: string | null; subject_id: string | null; subject_name: string | null; street_code: string | null; attached_at: string | null; dropped_at: string | null;
  };
  /** Of a photo that comes in parts, base64. */
  'lz.file_part': { file_id: string; owner: string; at: number; data: string; added_at: string };
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
  'lz.callback': { round_id: string; number: number; at: string; kind: CallbackEntry['kind']; body: Json<CallbackEntry>; shown: import('kysely').ColumnType<readonly CallbackShown[] | null, string | null, never>; leaf: Uint8Array };
  'lz.callback_plan': { round_id: string; seed: string; seed_at: string; trouble_above: number; communities: CallbackPlan['communities'] };
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
