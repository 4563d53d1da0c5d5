/**
 * What an action is: who may call it, whether it needs a transaction, and what it does with checked input. It gets
 * its caller, the time and the database as arguments and reaches for nothing else.
 */
import type { DatabaseUser, FunctionDatabase, Handle } from '../../database/handle';
import type { Oversight } from '../../domain/pressure';
import type { ActionName, Output, ParsedInput } from '../../types/contract';
import type { Role } from '../../types/contract/shared';
import type { ContentCheck } from './contentCheck';
import type { Memo } from './memo';
import type { RemarkReader, RemarkWriter } from './remarkBox';
import type { RoundKeys, Secrets } from './secrets';

export interface Duty { readonly role: Role; readonly street: string | null }

export interface Caller {
  /** As the platform gave it on the first line: an openid, or an H5 session. Never stored, never logged. */
  readonly identity: string;
  /** The keyed hash that officers' and merchants' tables know. */
  readonly person: string;
  /** What this person may do, read from the database in this very call. Empty where the action is for anyone. */
  readonly duties: readonly Duty[];
}

export interface Settings {
  readonly hotline: string;
  /** Who above the district receives 「有人要求我怎么填」; without it nobody was named. */
  readonly oversight?: Oversight | null;
  /** Where a poster's link leads, without a slash at the end. */
  readonly publicUrl: string;
  readonly demo: boolean;
}

export interface Context {
  readonly caller: Caller;
  /** A transaction if the action asked for one. */
  readonly db: Handle;
  readonly now: Date;
  readonly secrets: Secrets;
  readonly roundKeys: RoundKeys;
  readonly remarks: RemarkKeys;
  /** Null: this deployment has no platform that checks texts; a person does. */
  readonly contentCheck: ContentCheck | null;
  readonly settings: Settings;
  /** Rules and other things that never change once written. */
  readonly memo: Memo;
  /** Random bytes and ids, so that tests can fix them. */
  readonly random: Random;
}
/** What a function may do with residents' texts: `survey` closes them, `desk` reads what was shown to the district. Null: not this function, or the key is not here. */
export interface RemarkKeys { readonly writer: RemarkWriter | null; readonly reader: RemarkReader | null }
export interface Random { uuid(): string; bytes(length: number): Uint8Array }

/** `officer`: street or district. Who oversees is none of these. */
export type Audience = 'anyone' | 'officer' | 'district' | 'oversight';

export interface Action<A extends ActionName> {
  readonly for: Audience;
  /** Reads the caller's duties even though anyone may call. */
  readonly duties?: boolean;
  /** Several statements, all or nothing. One statement alone needs none and saves two round trips. */
  readonly transaction: boolean;
  handle(input: ParsedInput<A>, context: Context): Promise<Output<A>>;
}

type NamesOf<F extends string> = Extract<ActionName, `${F}.${string}`> extends `${F}.${infer N}` ? N : never;

/** A deployable function: its name, the database role it logs in as, and its actions. */
export interface FunctionDefinition<F extends string> {
  readonly name: F;
  readonly user: DatabaseUser;
  readonly actions: { readonly [N in NamesOf<F>]: Action<Extract<ActionName, `${F}.${N}`>> };
}

/** Any of them, as the runtime sees it: the input was checked by the schema of the same name. */
export interface AnyFunction {
  readonly name: string;
  readonly user: DatabaseUser;
  readonly actions: Readonly<Record<string, Omit<Action<ActionName>, 'handle'> & { handle(input: never, context: Context): Promise<unknown> }>>;
}

export interface Ports {
  readonly database: FunctionDatabase;
  readonly secrets: Secrets;
  readonly roundKeys: RoundKeys;
  readonly remarks: RemarkKeys;
  readonly contentCheck: ContentCheck | null;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly random: Random;
  readonly log: (entry: LogEntry) => void;
  /** Also checks replies against the contract: on in tests and development. */
  readonly checkReplies: boolean;
}
/** What a call leaves in the log: no input, no identity, no answer. */
export interface LogEntry { readonly function: string; readonly action: string; readonly code: string; readonly ms: number; readonly cause?: string }
