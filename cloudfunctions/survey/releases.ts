/** Published figures of a circle, as the phone sees them. */
import type { ReleaseSummary } from '../../types/contract/results';
import type { Handle } from '../../database/handle';
import { releaseCells, releasesOf, type ReleaseRow } from '../../database/queries/releases';

export const summaryOf = (row: ReleaseRow, cell: ReleaseSummary['cell']): ReleaseSummary => ({
  id: row.id,
  round: { id: row.round_id, title: row.title, opensAt: row.opens_at, closesAt: row.closes_at },
  kind: row.kind, at: row.at, methodVersion: row.methodVersion, demo: row.demo, cell,
});

/** The last final result; before there is one, the last interim one. */
export const lastRelease = async (db: Handle, circle: string): Promise<ReleaseSummary | null> => {
  const rows = await releasesOf(db, 'circle', circle);
  const row = rows.find(({ kind }) => kind === 'final') ?? rows[0];
  const found = row && (await releaseCells(db, row.id, 'circle', circle)).find(({ cell }) => cell.source === row.source);
  return row && found ? summaryOf(row, found.cell) : null;
};
