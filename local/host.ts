/** Everything behind the HTTP server: database, rules, places, and a handler for each function. Tests open the same. */
import { randomBytes, randomUUID } from 'node:crypto';
import { desk } from '../cloudfunctions/desk/definition';
import { outlet } from '../cloudfunctions/outlet/definition';
import type { LogEntry, Ports, Settings } from '../cloudfunctions/runtime/action';
import type { ContentCheck } from '../cloudfunctions/runtime/contentCheck';
import { remarkKeysFrom, remarkReader, remarkWriter } from '../cloudfunctions/runtime/remarkBox';
import { createHandler, type Handler } from '../cloudfunctions/runtime/run';
import { secretsFrom, type Secrets } from '../cloudfunctions/runtime/secrets';
import { survey } from '../cloudfunctions/survey/definition';
import type { Database, FunctionDatabase } from '../database/handle';
import { prepareDatabase } from './prepare';
import type { RoundKeyStore } from './roundKeys';

export interface HostOptions {
  readonly database: Database;
  readonly secret: string;
  readonly roundKeys: RoundKeyStore;
  /** Of residents' texts, 32 bytes. Null or absent: none is taken here, and none opened. */
  readonly remarkKey?: Uint8Array | null;
  /** Absent: a person checks texts. */
  readonly contentCheck?: ContentCheck;
  readonly settings: Settings;
  readonly now?: () => Date;
  readonly log?: (entry: LogEntry) => void;
  readonly checkReplies?: boolean;
}
export interface Host {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly roundKeys: RoundKeyStore;
  readonly remarkKey: Uint8Array | null;
  readonly settings: Settings;
  readonly handlers: { readonly survey: Handler; readonly outlet: Handler; readonly desk: Handler };
  /** The same functions at another time: how the demonstration's closed round was answered. `on` may be one transaction for many calls. */
  handlerAt(name: 'survey' | 'outlet' | 'desk', now: () => Date, on?: FunctionDatabase): Handler;
}

const definitions = { survey, outlet, desk };

/** Migrates, loads rules and places, and makes the handlers. Returns the migrations that ran through `onMigrated`. */
export const openHost = async (options: HostOptions, onMigrated: (names: readonly string[]) => void = () => {}): Promise<Host> => {
  const { database, settings, roundKeys, remarkKey = null, contentCheck = null } = options;
  onMigrated((await prepareDatabase(database)).migrations);
  const secrets = secretsFrom(options.secret);
  const remarkKeys = remarkKey && remarkKeysFrom(remarkKey);
  const ports = (name: keyof typeof definitions, on: FunctionDatabase, now: () => Date): Ports => ({
    database: on,
    secrets,
    roundKeys,
    // as in the cloud: each function its own half
    remarks: { writer: remarkKeys && name === 'survey' ? remarkWriter(remarkKeys.publicKey) : null, reader: remarkKeys && name === 'desk' ? remarkReader(remarkKeys.deskKey) : null },
    contentCheck: name === 'survey' ? contentCheck : null,
    settings,
    now,
    random: { uuid: randomUUID, bytes: (length) => randomBytes(length) },
    log: options.log ?? (() => {}),
    checkReplies: options.checkReplies ?? true,
  });
  const handlerAt: Host['handlerAt'] = (name, now, on = database.as(definitions[name].user)) => createHandler(definitions[name], ports(name, on, now));
  const now = options.now ?? (() => new Date());
  return { database, secrets, roundKeys, remarkKey, settings, handlerAt, handlers: { survey: handlerAt('survey', now), outlet: handlerAt('outlet', now), desk: handlerAt('desk', now) } };
};
