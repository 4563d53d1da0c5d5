/**
 * What an action is: whether it needs a transaction, and what it does with checked input. It gets
 * its caller, the time and the database as arguments and reaches for nothing else.
 */
import type { DatabaseUser, FunctionDatabase, Handle } from '../../database/handle';
import type { Oversight } from '../../domain/pressure';
import type { ActionName, Output, ParsedInput } from '../../types/contract';
import type { Role } from '../../types/contract/shared';
import type { Reach } from '../../types/permissions';
import type { ContentCheck } from './contentCheck';
import type { FileStore } from './fileStore';
import type { ImageCheck } from './imageCheck';
import type { Memo } from './memo';
import type { RemarkReader, RemarkWriter } from './remarkBox';
import type { RoundKeys, Secrets } from './secrets';

/** A role and where it holds. `street` of a community worker is the one her community lies in. */
export interface Duty {
  readonly role: Role; readonly street: string | null; readonly community: string | null; readonly department: string | null;
  /** How far it reaches with this action (types/permissions). */
  readonly reach: Reach;
}

export interface Caller {
  /** As the platform gave it on the first line: an openid, or an H5 session. Never stored, never logged. */
  readonly identity: string;
  /** The keyed hash that officers' and merchants' tables know. */
  readonly person: string;
  /** Those of this person's duties that allow this action (types/permissions), read from the database in this very call; all of them where the action asked for `duties`. */
  readonly duties: readonly Duty[];
}

export interface Settings {
  readonly hotline: string;
  /** Who above the district receives 「有人要求我怎么填」; without it nobody was named. */
  readonly oversight?: Oversight | null;
  /** Where a poster's link leads, without a slash at the end. */
  readonly publicUrl: string;
  readonly demo: boolean;
  /** Of WeChat's subscription message; without it nothing is pushed. */
  readonly pushTemplate?: string | null;
}

/** What a deployment gives its functions, the same in every call. */
interface Given {
  readonly secrets: Secrets;
  readonly roundKeys: RoundKeys;
  readonly remarks: RemarkKeys;
  /** Null: this deployment has no platform that checks texts; a person does. */
  readonly contentCheck: ContentCheck | null;
  /** Null: this function has to do with no photos, or nothing here keeps them. */
  readonly files: FileStore | null;
  /** Null: this deployment has no platform that checks photos; a person does. */
  readonly imageCheck: ImageCheck | null;
  readonly settings: Settings;
  /** Random bytes and ids, so that tests can fix them. */
  readonly random: Random;
}

export interface Context extends Given {
  readonly caller: Caller;
  /** A transaction if the action asked for one. */
  readonly db: Handle;
  readonly now: Date;
  /** Rules and other things that never change once written. */
  readonly memo: Memo;
}
/** What a function may do with residents' texts: `survey` closes them, `desk` reads what was shown to the district. Null: not this function, or the key is not here. */
export interface RemarkKeys { readonly writer: RemarkWriter | null; readonly reader: RemarkReader | null }
export interface Random { uuid(): string; bytes(length: number): Uint8Array }

export interface Action<A extends ActionName> {
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

export interface Ports extends Given {
  readonly database: FunctionDatabase;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
  /** Also checks replies against the contract: on in tests and development. */
  readonly checkReplies: boolean;
}
/** What a call leaves in the log: no input, no identity, no answer. */
export interface LogEntry { readonly function: string; readonly action: string; readonly code: string; readonly ms: number; readonly cause?: string }
