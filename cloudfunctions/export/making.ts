/** What making a file needs: by an action for its caller, or by the timer for whoever asked. */
import { ruleByHash } from '../../database/queries/rules';
import { snapshotById } from '../../database/queries/snapshots';
import type { CellRef } from '../../domain/tables';
import type { Sheet } from '../../domain/figures/sheet';
import type { RuleHead } from '../../types/rules';
import type { Context } from '../runtime/action';

export interface Making extends Pick<Context, 'now' | 'files'> {
  /** A transaction. */
  readonly db: Context['db'];
  readonly settings: Pick<Context['settings'], 'publicUrl'>;
  /** The hash of who asked. */
  readonly by: string;
}
export type Snapshot = NonNullable<Awaited<ReturnType<typeof snapshotById>>>;

export const makingOf = ({ db, now, files, settings, caller }: Context): Making => ({ db, now, files, settings, by: caller.person });

/** The version that the snapshot was computed by, not the one of today. */
export const ruleOf = async <T extends RuleHead>(db: Context['db'], sheet: Sheet, kind: string): Promise<T> => {
  const used = sheet.rules.find((rule) => rule.kind === kind);
  const body = used && (await ruleByHash<T>(db, used.hash));
  if (!body) throw new Error(`the snapshot's rule of kind ${kind} is not there`);
  return body;
};

/** The page that says what a figure of the snapshot means. */
export const figureLink = ({ publicUrl }: Making['settings'], snapshot: string) => ({ code, kind, id }: CellRef): string =>
  `${publicUrl}/#/packages/desk/figure/index?code=${encodeURIComponent(code)}&kind=${kind}&id=${encodeURIComponent(id)}&snapshot=${snapshot}`;
