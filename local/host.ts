/** Everything behind the HTTP server: database, rules, places, and a handler for each function. Tests open the same. */
import { randomBytes, randomUUID } from 'node:crypto';
import { desk } from '../cloudfunctions/desk/definition';
import { exporting } from '../cloudfunctions/export/definition';
import { outlet } from '../cloudfunctions/outlet/definition';
import type { LogEntry, Ports, Settings } from '../cloudfunctions/runtime/action';
import type { ContentCheck } from '../cloudfunctions/runtime/contentCheck';
import type { ImageCheck } from '../cloudfunctions/runtime/imageCheck';
import { remarkKeysFrom, remarkReader, remarkWriter } from '../cloudfunctions/runtime/remarkBox';
import { createHandler, type Handler } from '../cloudfunctions/runtime/run';
import { secretsFrom, type Secrets } from '../cloudfunctions/runtime/secrets';
import { voice } from '../cloudfunctions/voice/definition';
import { survey } from '../cloudfunctions/survey/definition';
import type { Database, FunctionDatabase } from '../database/handle';
import { filesIn, type LocalFiles } from './files';
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
  /** Where photos are kept. Absent: none are taken. */
  readonly filesFolder?: string;
  /** Absent: a person checks photos. */
  readonly imageCheck?: ImageCheck;
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
  readonly files: LocalFiles | null;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly handlers: { readonly survey: Handler; readonly outlet: Handler; readonly desk: Handler; readonly export: Handler; readonly voice: Handler };
  /** The same functions at another time: how the demonstration's closed round was answered. `on` may be one transaction for many calls. */
  handlerAt(name: 'survey' | 'outlet' | 'desk' | 'export' | 'voice', now: () => Date, on?: FunctionDatabase): Handler;
}

const definitions = { survey, outlet, desk, export: exporting, voice };

/** Migrates, loads rules and places, and makes the handlers. Returns the migrations that ran through `onMigrated`. */
export const openHost = async (options: HostOptions, onMigrated: (names: readonly string[]) => void = () => {}): Promise<Host> => {
  const { database, settings, roundKeys, remarkKey = null, contentCheck = null, imageCheck = null, filesFolder } = options;
  onMigrated((await prepareDatabase(database)).migrations);
  const secrets = secretsFrom(options.secret);
  const files = filesFolder === undefined ? null : filesIn(filesFolder, secrets);
  const remarkKeys = remarkKey && remarkKeysFrom(remarkKey);
  const ports = (name: keyof typeof definitions, on: FunctionDatabase, now: () => Date): Ports => ({
    database: on,
    secrets,
    roundKeys,
    // as in the cloud: each function its own half
    remarks: { writer: remarkKeys && name === 'survey' ? remarkWriter(remarkKeys.publicKey) : null, reader: remarkKeys && name === 'desk' ? remarkReader(remarkKeys.deskKey) : null },
    contentCheck: name === 'survey' || name === 'voice' ? contentCheck : null,
    files: name === 'survey' || name === 'voice' ? null : files,
    imageCheck: name === 'outlet' ? imageCheck : null,
    settings,
    now,
    random: { uuid: randomUUID, bytes: (length) => randomBytes(length) },
    log: options.log ?? (() => {}),
    checkReplies: options.checkReplies ?? true,
  });
  const handlerAt: Host['handlerAt'] = (name, now, on = database.as(definitions[name].user)) => createHandler(definitions[name], ports(name, on, now));
  const now = options.now ?? (() => new Date());
  return { database, secrets, roundKeys, remarkKey, files, settings, now, handlerAt, handlers: { survey: handlerAt('survey', now), outlet: handlerAt('outlet', now), desk: handlerAt('desk', now), export: handlerAt('export', now), voice: handlerAt('voice', now) } };
};
