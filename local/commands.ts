/**
 * What the command-line tools do, in one place: run inside the server where it holds the data folder, or
 * by the tool itself where nobody does.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { codeFrom, groupedCode } from '../domain/codes';
import { addInvite } from '../database/queries/officers';
import { auditRound, type AuditInput } from './audit/auditRound';
import { backup, type BackupInput } from './backup/backup';
import { StartError } from './config';
import type { Host } from './host';
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

export interface InviteInput { readonly role: Role; readonly street: string | null }
export interface InviteOutput { readonly code: string; readonly link: string; readonly expiresAt: string }

const inviteDays = 7;

/** The first officer of all, and whoever oversees the district, can only be let in by whoever runs the server. */
const invite = async ({ database, secrets, settings }: Host, { role, street }: InviteInput): Promise<InviteOutput> => {
  if (role !== 'street' && role !== 'district' && role !== 'oversight') throw new StartError('--role 只能是 district、street 或 oversight。');
  const known = street === null ? null : await database.owner.selectFrom('lz.street').selectAll().where((e) => e.or([e('code', '=', street), e('name', '=', street)])).executeTakeFirst();
  if (role === 'street' && !known) throw new StartError(street === null ? '请用 --street 指定街道，例如 --street 东大街街道。' : `没有「${street}」这个街道。请写全称，例如 --street 东大街街道。`);
  const code = codeFrom(randomBytes(20));
  const now = new Date();
  const id = randomUUID();
  const expiresAt = await database.owner.transaction().execute(async (tx) => {
    await tx.insertInto('lz.audit').values({ at: now.toISOString(), actor: 'console', action: 'invite.made', subject: id, detail: JSON.stringify({ role, street: known?.code ?? null }) }).execute();
    return addInvite(tx, { id, codeHash: secrets.invite(code), role, street: role === 'street' ? known!.code : null, note: '命令行', by: 'console', now, days: inviteDays });
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
