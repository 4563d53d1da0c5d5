/**
 * 需求清单 of one circle: by format, why it is wanted, and what is planned for it.
 *
 * L1 found: the inventory was checked everywhere and there is none. Not checked is never a need (classification.ts, S1).
 *    wanting: it would help towards the next type; `candidates` of what is lacking.
 *    asked: at least the rule's share of those who know said in the last released questionnaire B that it lacks. wished: so many wait for it, ten at least.
 * L2 A format with none of these is not on the list, unless a project is for it.
 * L3 Those that nothing is planned for come first; among them what was both found and asked for, then what was asked, then what was found.
 */
import type { Need } from '../types/contract/results';
import type { Presence } from './classification';

/** Of whom enough knew, and so many miss it that it may be claimed. */
export interface Asked { readonly need: Need; readonly release: string }
export interface NeedLine<P> {
  readonly format: string;
  readonly presence: Presence;
  readonly toward: boolean;
  readonly asked: Asked | null;
  /** People; null: fewer than ten, or nobody. */
  readonly wished: number | null;
  readonly projects: readonly P[];
}
export interface NeedsListInput<P> {
  readonly formats: readonly { readonly format: string; readonly presence: Presence }[];
  /** Formats that would help towards the next type. */
  readonly candidates: ReadonlySet<string>;
  readonly asked: ReadonlyMap<string, Asked>;
  readonly wished: ReadonlyMap<string, number>;
  /** `open`: planned or under way. */
  readonly projects: readonly { readonly format: string; readonly open: boolean; readonly shown: P }[];
}

export const needsList = <P>({ formats, candidates, asked, wished, projects }: NeedsListInput<P>): NeedLine<P>[] => {
  const known = new Map(formats.map(({ format, presence }) => [format, presence]));
  const planned = new Set(projects.filter(({ open }) => open).map(({ format }) => format));
  return [...new Set([...known.keys(), ...asked.keys(), ...wished.keys(), ...projects.map(({ format }) => format)])]
    .map((format): NeedLine<P> => ({
      format, presence: known.get(format) ?? 'unchecked', toward: candidates.has(format), asked: asked.get(format) ?? null, wished: wished.get(format) ?? null,
      projects: projects.flatMap((project) => (project.format === format ? [project.shown] : [])),
    }))
    .filter(({ presence, asked: said, wished: people, projects: all }) => presence === 'none' || said !== null || people !== null || all.length > 0)
    .sort((a, b) => Number(planned.has(a.format)) - Number(planned.has(b.format)) || weight(b) - weight(a));
};

/** What people said counts: those of whom enough knew, and of them at least `lackFrom` miss it. */
export const askedFor = ({ release, needs }: { readonly release: string; readonly needs: readonly Need[] }, lackFrom: number): ReadonlyMap<string, Asked> =>
  new Map(needs.flatMap((need): [string, Asked][] => (need.lack !== null && need.lack >= lackFrom ? [[need.format, { need, release }]] : [])));

const weight = ({ presence, toward, asked, wished }: NeedLine<unknown>): number =>
  (asked === null ? 0 : 4 + (asked.need.gap ?? 0)) + (wished === null ? 0 : 3) + (presence === 'none' ? 2 : 0) + (toward ? 1 : 0);
