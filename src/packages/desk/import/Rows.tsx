import { useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { LoadingState } from '../../../components/StateView';
import { call } from '../../../services/call';
import type { ImportRow, OutcomeName } from '../../../../types/contract/export';
import type { ApiError } from '../../../../types/errors';
import { Failed } from '../Failed';
import { RowCard } from './RowCard';
import type { Acts } from './useActs';

/** The rows of one group, fifty at a time. */
export function Rows({ id, outcome, acts }: { id: string; outcome: OutcomeName; acts: Acts }) {
  const [rows, setRows] = useState<readonly ImportRow[]>([]);
  const [more, setMore] = useState(true);
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<ApiError | null>(null);
  const gone = useRef(false);

  const next = async (after: number) => {
    setBusy(true);
    setError(null);
    const reply = await call('export.staged', { id, outcome, after });
    if (gone.current) return;
    setBusy(false);
    if (!reply.ok) return setError(reply.error);
    setRows((before) => [...before.filter(({ line }) => line <= after), ...reply.data.rows]);
    setMore(reply.data.more);
  };
  useEffect(() => {
    gone.current = false;
    void next(0);
    return () => { gone.current = true; };
    // a group is mounted anew for each list, group and comparison
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return (
    <View className='lz-stack'>
      {rows.map((row) => <RowCard key={row.line} row={row} choice={acts.choices.of(row)} onChoose={outcome === 'conflict' ? (choice) => void acts.choose(row.line, choice) : null} />)}
      {busy && rows.length === 0 && <LoadingState cards={2} />}
      {error && <Failed error={error} />}
      {more && rows.length > 0 && <Button kind='line' label='再看 50 行' busy={busy} onClick={() => void next(rows[rows.length - 1]?.line ?? 0)} />}
    </View>
  );
}
