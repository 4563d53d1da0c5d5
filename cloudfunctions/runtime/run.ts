/**
 * From an event to a reply, the same in the cloud and on one machine: envelope, contract version, caller,
 * input, role, work. Nothing of the inside leaves: an unexpected error becomes `internal`, its cause goes
 * to the log alone.
 */
import * as v from 'valibot';
import type { Handle } from '../../database/handle';
import { contract } from '../../types/contract';
import type { Role } from '../../types/contract/shared';
import { aliveVersions } from '../../types/contract/version';
import { errorOf, type ErrorCode, type Reply } from '../../types/errors';
import type { AnyFunction, Audience, Caller, Duty, Ports } from './action';
import { createMemo } from './memo';
import { Refusal } from './refusal';

const envelope = v.object({ action: v.string(), v: v.number(), data: v.unknown() });

export type Handler = (event: unknown, identity: string | null) => Promise<Reply<unknown>>;

export const createHandler = (definition: AnyFunction, ports: Ports): Handler => {
  const memo = createMemo();
  const schemas = contract[definition.name as keyof typeof contract] as Record<string, { input: v.GenericSchema; output: v.GenericSchema }>;

  const serve = async (event: unknown, identity: string | null, name: (action: string) => void): Promise<unknown> => {
    const request = v.safeParse(envelope, event);
    if (!request.success) throw new Refusal('malformed_request');
    const { action: actionName, v: version, data } = request.output;
    if (!aliveVersions.includes(version)) throw new Refusal('contract_retired');
    if (!Object.hasOwn(definition.actions, actionName)) throw new Refusal('unknown_action');
    name(actionName);
    const action = definition.actions[actionName]!;
    const schema = schemas[actionName]!;
    if (!identity) throw new Refusal('session_required');
    const input = v.safeParse(schema.input, data);
    if (!input.success) throw refusalOf(input.issues[0]);

    const work = async (db: Handle) => {
      // a person's hash is made only for those actions that ask for it: taking an answer never does
      const caller: Caller = { identity, get person() { return ports.secrets.person(identity); }, duties: action.for === 'anyone' && !action.duties ? [] : await dutiesOf(db, ports.secrets.person(identity)) };
      allow(action, caller.duties);
      return action.handle(input.output as never, { caller, db, now: ports.now(), secrets: ports.secrets, roundKeys: ports.roundKeys, remarks: ports.remarks, contentCheck: ports.contentCheck, settings: ports.settings, memo, random: ports.random });
    };
    const reply = action.transaction ? await ports.database.write(work) : await ports.database.read(work);
    if (ports.checkReplies) v.parse(schema.output, reply);
    return reply;
  };

  return async (event, identity) => {
    const started = performance.now();
    let action = '?';
    let code = 'ok';
    let cause: string | undefined;
    try {
      return { ok: true, data: await serve(event, identity, (name) => { action = name; }) };
    } catch (error) {
      const known = error instanceof Refusal ? error.error : errorOf(isDatabaseGone(error) ? 'database_unavailable' : 'internal');
      code = known.code;
      if (!(error instanceof Refusal)) cause = causeOf(error);
      return { ok: false, error: known };
    } finally {
      ports.log({ function: definition.name, action, code, ms: Math.round(performance.now() - started), ...(cause ? { cause } : {}) });
    }
  };
};

const rolesFor: Readonly<Record<Exclude<Audience, 'anyone'>, readonly Role[]>> = { officer: ['street', 'district'], district: ['district'], oversight: ['oversight'] };

const allow = (action: { readonly for: Audience }, duties: readonly Duty[]) => {
  if (action.for === 'anyone') return;
  const may = rolesFor[action.for];
  if (!duties.some(({ role }) => may.includes(role))) throw new Refusal('role_required');
};

/** Read in every call, so that a role's end takes effect at once. */
const dutiesOf = async (db: Handle, person: string): Promise<Duty[]> => {
  const rows = await db.selectFrom('lz.officer').select(['role', 'street_code']).where('person', '=', person).where('ended_at', 'is', null).execute();
  return rows.map((row) => ({ role: row.role, street: row.street_code }));
};

const refusalOf = (issue: v.BaseIssue<unknown>): Refusal => {
  const field = v.getDotPath(issue) ?? undefined;
  return new Refusal(codeOf(issue), field);
};
const codeOf = (issue: v.BaseIssue<unknown>): ErrorCode => {
  if (issue.kind === 'schema') {
    if (issue.type === 'strict_object' && issue.expected === 'never') return 'unexpected_field';
    if (issue.received === 'undefined') return 'missing_field';
    return issue.type === 'picklist' || issue.type === 'literal' || issue.type === 'union' ? 'value_invalid' : 'wrong_type';
  }
  return issue.type === 'max_length' ? 'text_too_long' : issue.type === 'min_length' ? 'missing_field' : 'value_invalid';
};

/** Connection refused, reset, shutting down, too many connections: worth trying again. */
const isDatabaseGone = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return /^(ECONN|EPIPE|ENOTFOUND|57P0|08|53300)/.test(code);
  return error instanceof Error && /connection (timeout|terminated)|timeout exceeded when trying to connect/i.test(error.message);
};

/** The kind of failure and where it happened; a database message can quote values, so only its code is kept. */
const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'not an Error';
  const code = (error as { code?: unknown }).code;
  const where = (error.stack ?? '').split('\n').find((line) => line.includes(' at ') && !line.includes('node_modules'))?.trim() ?? '';
  const what = typeof code === 'string' ? `${error.name} ${code}` : error.name === 'ValiError' ? `reply breaks the contract: ${error.message}` : `${error.name}: ${error.message}`;
  return `${what} ${where}`.slice(0, 300);
};
