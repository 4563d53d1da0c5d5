/**
 * From an event to a reply, the same in the cloud and on one machine: envelope, contract version, caller,
 * input, role, work. Nothing of the inside leaves: an unexpected error becomes `internal`, its cause goes
 * to the log alone.
 */
import * as v from 'valibot';
import type { Handle } from '../../database/handle';
import { contract, type ActionName } from '../../types/contract';
import { aliveVersions } from '../../types/contract/version';
import { errorOf, type ErrorCode, type Reply } from '../../types/errors';
import { permissions, reachOf } from '../../types/permissions';
import type { AnyFunction, Caller, Duty, Ports } from './action';
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
    const full = `${definition.name}.${actionName}` as ActionName;
    const forResidents = typeof permissions[full] === 'string';

    const work = async (db: Handle) => {
      // a person's hash is made only for those actions that ask for it: taking an answer never does
      const caller: Caller = { identity, get person() { return ports.secrets.person(identity); }, duties: forResidents && !action.duties ? [] : allowed(full, await dutiesOf(db, ports.secrets.person(identity))) };
      if (caller.duties.length === 0 && !forResidents) throw new Refusal(await hadDuty(db, ports.secrets.person(identity)) ? 'role_ended' : 'role_required');
      return action.handle(input.output as never, { caller, db, now: ports.now(), secrets: ports.secrets, roundKeys: ports.roundKeys, remarks: ports.remarks, contentCheck: ports.contentCheck, files: ports.files, imageCheck: ports.imageCheck, settings: ports.settings, memo, random: ports.random });
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

/** Those that allow the action, so that what a role does not reach is not reached by the other role of the same person. */
const allowed = (action: ActionName, duties: readonly Omit<Duty, 'reach'>[]): readonly Duty[] => duties.flatMap((duty) => {
  const reach = reachOf(action, [duty.role]);
  return reach === null ? [] : [{ ...duty, reach }];
});

/** Read in every call, so that a role's end takes effect at once. */
const dutiesOf = async (db: Handle, person: string): Promise<Omit<Duty, 'reach'>[]> => {
  const rows = await db.selectFrom('lz.officer as o').leftJoin('lz.community as c', 'c.code', 'o.community_code').select(['o.role', 'o.street_code', 'o.community_code', 'o.department', 'c.street_code as around'])
    .where('o.person', '=', person).where('o.ended_at', 'is', null).execute();
  return rows.map((row) => ({ role: row.role, street: row.street_code ?? row.around, community: row.community_code, department: row.department }));
};

/** Whether all this person ever was has ended: told so, and not to ask for an invite. */
const hadDuty = async (db: Handle, person: string): Promise<boolean> => {
  const rows = await db.selectFrom('lz.officer').select('ended_at').where('person', '=', person).execute();
  return rows.length > 0 && rows.every(({ ended_at }) => ended_at !== null);
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
export const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'not an Error';
  const code = (error as { code?: unknown }).code;
  const where = (error.stack ?? '').split('\n').find((line) => line.includes(' at ') && !line.includes('node_modules'))?.trim() ?? '';
  const what = typeof code === 'string' ? `${error.name} ${code}` : error.name === 'ValiError' ? `reply breaks the contract: ${error.message}` : `${error.name}: ${error.message}`;
  return `${what} ${where}`.slice(0, 300);
};
