import { View } from '@tarojs/components';
import type { OutletCard as Outlet } from '../../../types/contract/outlet';
import type { ApiError } from '../../../types/errors';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { OutletCard } from '../../components/OutletCard';
import { EmptyState } from '../../components/StateView';
import { go } from '../../services/navigate';
import { change, noFilters, type Filters } from './filters';

export const openOutlet = (id: string): void => go('/packages/outlet/detail/index', { id });

/** Where a community's centre comes from, as long as nobody official gave it. */
export const centreNote = ({ name, status }: { name: string; status: string }): string => (status === '' ? '' : `${name}的中心位置是${status}数据。`);

interface Props {
  readonly items: readonly Outlet[];
  readonly more: boolean;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onMore: () => void;
  /** Metres; nothing farther is listed. */
  readonly radius: number;
  readonly origin: { readonly name: string; readonly status: string };
  /** What was typed, where nothing is called exactly that. */
  readonly inexact: string | null;
}

export function List({ items, more, busy, error, onMore, radius, origin, inexact }: Props) {
  return (
    <View className='lz-stack' {...a11y({ role: 'group', label: '网点列表，由近到远' })}>
      {inexact !== null && <Notice>{`没有完全叫「${inexact}」的，下面这些很像，由近到远。`}</Notice>}
      {items.map((outlet) => <OutletCard key={outlet.id} outlet={outlet} onOpen={openOutlet} />)}
      {error && <Notice tone='amber'>{error.say}</Notice>}
      {more && <Button kind='line' busy={busy} label={busy ? '正在找' : '再看一些'} onClick={onMore} />}
      {!more && <View className='lz-mute near-end'>{`直线 ${radius / 1000} 公里内就这 ${items.length} 家。步行时间是按直线距离估算的，只供参考。${centreNote(origin)}`}</View>}
    </View>
  );
}

/** Nothing fits: says what was looked for, and offers to ask for less. */
export function NothingFound({ filters, filtered, onOrigin }: { filters: Filters; filtered: number; onOrigin: () => void }) {
  const words = filters.text.trim();
  return (
    <EmptyState
      icon='search' title='没有找到合适的网点'
      text={`${words === '' ? '' : `没有叫「${words}」的。`}${filtered > 0 ? `选了 ${filtered} 个条件，可以少选一个。` : ''}没列出来的不一定没有，可能还没登记。`}
    >
      {(filtered > 0 || words !== '') && <Button label='清除条件，看全部' onClick={() => change(noFilters)} />}
      <Button kind='line' label='有了告诉我' onClick={() => go('/packages/voice/follow/index')} />
      <Button kind='line' label='换个出发点' onClick={onOrigin} />
      <Button kind='quiet' label='登记一个网点' onClick={() => go('/packages/merchant/register/index')} />
    </EmptyState>
  );
}
