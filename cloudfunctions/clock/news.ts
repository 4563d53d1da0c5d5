/**
 * Tells those who follow what happened to outlets. News is taken away in the transaction that writes the messages, so each is told once: killed
 * half-way nothing was taken, run twice at once each takes other news. What one run has for one person about one follow is one message, so that a
 * list of two thousand shops is not two thousand messages.
 */
import { walk } from '../../domain/walking';
import { together } from '../../domain/news';
import { agedBefore } from '../../domain/reviews';
import { monthsLater } from '../../domain/calendar';
import type { FunctionDatabase, Handle } from '../../database/handle';
import { dropEnded, takeNews, type Told } from '../../database/queries/follows';
import { addMessage } from '../../database/queries/messages';
import { dropOldConsents } from '../../database/queries/pushes';
import { latestRule } from '../../database/queries/rules';
import type { FormatRules, VoiceRules, WalkingRules } from '../../types/rules';
import { metres } from '../../types/units';

const portion = 2000;
/** A list of a whole district takes several runs and holds up nothing else. */
const mostPortions = 20;

export interface Voice { readonly voice: VoiceRules; readonly walking: WalkingRules; readonly formats: FormatRules }
export const voiceOf = async (db: Handle): Promise<Voice | null> => {
  const [voice, walking, formats] = [await latestRule<VoiceRules>(db, 'voice'), await latestRule<WalkingRules>(db, 'walking'), await latestRule<FormatRules>(db, 'formats')];
  return voice && walking && formats ? { voice: voice.body, walking: walking.body, formats: formats.body } : null;
};

/** How many messages it wrote. `uuid` makes their ids. */
export const tellFollowers = async (database: FunctionDatabase, now: Date, uuid: () => string): Promise<number> => {
  const rules = await database.read(voiceOf);
  if (!rules) return 0;
  await database.write((db) => dropOld(db, now, rules.voice));
  let messages = 0;
  for (let n = 0; n < mostPortions; n += 1) {
    const { taken, written } = await database.write((db) => tell(db, now, rules, uuid));
    messages += written;
    if (taken < portion) break;
  }
  return messages;
};

const dropOld = async (db: Handle, now: Date, { reviews, push }: VoiceRules) => {
  await dropEnded(db, now);
  await dropOldConsents(db, monthsLater(now.toISOString(), -push.consentMonths));
  await db.deleteFrom('lz.review').where('changed_at', '<', agedBefore(now.getTime(), reviews)).execute();
};

const tell = async (db: Handle, now: Date, rules: Voice, uuid: () => string) => {
  const { taken, told } = await takeNews(db, now, portion);
  const byFollow = new Map<string, Told[]>();
  for (const one of told) {
    // who follows two that became one outlet is told once
    const key = one.format === null ? `${one.person} ${one.outlet}` : one.follow;
    byFollow.set(key, [...(byFollow.get(key) ?? []), one]);
  }
  let written = 0;
  for (const entries of byFollow.values()) {
    const message = entries[0]!.format === null ? ofOutlet(entries) : ofFormat(entries, rules);
    if (!message) continue;
    await addMessage(db, { id: uuid(), person: entries[0]!.person, at: now, ...message });
    written += 1;
  }
  return { taken, written };
};

const ofOutlet = (entries: readonly Told[]): { kind: string; body: Record<string, string> } | null => {
  const news = together(entries);
  if (!news) return null;
  const { outlet, name } = entries.at(-1)!;
  if (news.kind === 'merged') return { kind: 'follow_merged', body: { outlet, name, gone: news.name } };
  return { kind: `follow_${news.kind}`, body: { outlet, name, ...(news.kind === 'changed' ? { fields: news.fields.join(',') } : {}) } };
};

/** Those that are still on the map, the nearest by name. */
const ofFormat = (entries: readonly Told[], { walking, formats }: Voice) => {
  const here = [...new Map(entries.filter(({ on_map }) => on_map).map((one) => [one.outlet, one])).values()].sort((a, b) => a.metres! - b.metres!);
  const nearest = here[0];
  if (!nearest) return null;
  const pace = walking.paces.find(({ code }) => code === nearest.pace)!;
  const format = formats.formats.find(({ code }) => code === nearest.format)?.name ?? '其他';
  return { kind: 'follow_format', body: { outlet: nearest.outlet, name: nearest.name, format, minutes: String(walk(metres(nearest.metres!), pace, walking.detour).minutes), count: String(here.length) } };
};
