import type { ReactNode } from 'react';
import { Button } from '../../../components/Button';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import { go, switchTo } from '../../../services/navigate';
import type { Loading } from '../../../services/useCall';
import { deskPages } from '../paths';

export interface OfficersOnlyProps<T> {
  readonly of: Loading<T>;
  readonly children: (data: T) => ReactNode;
  /** Ways on when nothing could be had. */
  readonly ways?: ReactNode;
  /** Only the district may: what is said to the others. */
  readonly district?: { readonly title: string; readonly text: string };
}

/** `Loaded` for staff: whoever has no role is told how to get one. */
export function OfficersOnly<T>({ of, children, ways, district }: OfficersOnlyProps<T>) {
  if (of.data !== null || of.error?.code !== 'role_required') return <Loaded of={of} ways={ways}>{children}</Loaded>;
  return (
    <EmptyState
      icon='person'
      title={district?.title ?? '这一页给工作人员用'}
      text={district?.text ?? '您要是街道专干或专班人员，请向发码的人要一个邀请码，在这里登记一次就能用。'}
    >
      <Button label='填邀请码' onClick={() => go(deskPages.accept)} />
      {ways}
      <Button kind='line' label='回生活圈首页' onClick={() => switchTo('home')} />
      <HotlineButton />
    </EmptyState>
  );
}
