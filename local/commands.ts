/**
 * What the command-line tools do, in one place: run inside the server where it holds the data folder, or
 * by the tool itself where nobody does.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { codeFrom, groupedCode } from '../domain/codes';
import { addInvite } from '../database/queries/officers';
import { latestRule } from '../database/queries/rules';
import { auditRound, type AuditInput } from './audit/auditRound';
import { backup, type BackupInput } from './backup/backup';
import type { DrawFile } from './callback/files';
import { loadCallback } from './callback/loadCallback';
import { planCallback, type PlanInput } from './callback/planCallback';
import { recordCallback, type RecordInput } from './callback/recordCallback';
import { StartError } from './config';
import type { Host } from './host';
import { placeOption } from './cli/placeOption';
import { importCensus, type CensusInput } from './import/importCensus';
import { importCommunities } from './import/importCommunities';
import { importOutlets, type ImportInput } from './import/importOutlets';
import { purgeRound, type PurgeInput } from './keeping/purgeRound';
import { loadLetters } from './letters/loadLetters';
import type { LetterList } from './letters/letterList';
import { noteReturned, type ReturnedInput } from './letters/returned';
import { addRound, type RoundInput } from './rounds/addRound';
import { definitionOf } from './rounds/definitionOf';
import type { Role } from '../types/contract/shared';
import type { WorkPlanRules } from '../types/rules';

/** `place`: code or full name of the street, the community or the department that the role holds in; null for the others. */
export interface InviteInput { readonly role: Role; readonly place: string | null }
export interface InviteOutput { readonly code: string; readonly link: string; readonly expiresAt: string }

const inviteDays = 7;

const placeOf = async ({ database: { owner } }: Host, { role, place }: InviteInput) => {
  const nowhere = { street: null, community: null, department: null };
  const option = placeOption[role];
  if (option === undefined) return nowhere;
  if (place === null) throw new StartError(`请用 --${option} 指定是哪一个，例如 ${{ street: '--street 东大街街道', community: '--community 南苑社区', department: '--department 区住建局' }[option]!}。`);
  const rows = option === 'department'
    ? (await latestRule<WorkPlanRules>(owner, 'work-plan'))!.body.departments
    : option === 'street' ? await owner.selectFrom('lz.street').select(['code', 'name']).execute() : await owner.selectFrom('lz.community').select(['code', 'name']).execute();
  const found = rows.filter(({ code, name }) => code === place || name === place);
  if (found.length !== 1) throw new StartError(found.length === 0 ? `没有「${place}」。请写全称，或写代码。` : `有不止一个「${place}」，请写代码：${found.map(({ code }) => code).join('、')}。`);
  return { ...nowhere, [option]: found[0]!.code };
};

/** The first officer of all, and whoever oversees the district, can only be let in by whoever runs the server. */
const invite = async (host: Host, input: InviteInput): Promise<InviteOutput> => {
  const { database, secrets, settings } = host;
  const place = await placeOf(host, input);
  const code = codeFrom(randomBytes(20));
  const now = new Date();
  const id = randomUUID();
  const expiresAt = await database.owner.transaction().execute(async (tx) => {
    await tx.insertInto('lz.audit').values({ at: now.toISOString(), actor: 'console', action: 'invite.made', subject: id, detail: JSON.stringify({ role: input.role, ...place }) }).execute();
    return addInvite(tx, { id, codeHash: secrets.invite(code), role: input.role, ...place, note: '命令行', by: 'console', now, days: inviteDays });
  });
  return { code: groupedCode(code), link: `${settings.publicUrl}/i/${code}`, expiresAt };
};

/** How far a command that runs has come; null while none runs. */
export type ProgressOutput = { readonly done: number; readonly total: number } | null;

/** What a command answers when it can't be done: the one sentence of a `StartError`, which a server would otherwise keep to itself. */
export interface Refused { readonly refused: string }

export const commandsOf = (host: Host) => {
  let progress: ProgressOutput = null;
  return {
    invite: said((input: InviteInput) => invite(host, input)),
    import: said((input: ImportInput) => importOutlets(host.database, input, new Date(), (done, total) => { progress = { done, total }; }).finally(() => { progress = null; })),
    importCommunities: said((input: ImportInput) => importCommunities(host.database, input, new Date())),
    round: said((input: RoundInput) => addRound(host, input, new Date())),
    definition: said((input: { readonly round: string }) => definitionOf(host.database, input.round)),
    letters: said((input: LetterList) => loadLetters(host.database, input, new Date())),
    lettersReturned: said((input: ReturnedInput) => noteReturned(host.database, input, new Date())),
    callbackPlan: said((input: PlanInput) => planCallback(host.database, input, new Date())),
    callbackLoad: said((input: DrawFile) => loadCallback(host.database, input, new Date())),
    callbackRecord: said((input: RecordInput) => recordCallback(host.database, input, new Date())),
    importCensus: said((input: CensusInput) => importCensus(host.database, input, new Date())),
    audit: said((input: AuditInput) => auditRound(host.database.owner, input)),
    purge: said((input: PurgeInput) => purgeRound(host.database.owner, input, new Date())),
    backup: said((input: BackupInput) => backup(host, input, new Date())),
    progress: said(async () => progress),
  };
};
export type Commands = ReturnType<typeof commandsOf>;

const said = <I, O>(command: (input: I) => Promise<O>) => async (input: unknown): Promise<O | Refused> => {
  try {
    return await command(input as I);
  } catch (error) {
    if (error instanceof StartError) return { refused: error.message };
    throw error;
  }
};
