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
  /** Not for every officer: what is said to the others. */
  readonly only?: { readonly title: string; readonly text: string };
}

/** `Loaded` for staff: whoever has no role is told how to get one, and an officer of another street whom to ask. */
export function OfficersOnly<T>({ of, children, ways, only }: OfficersOnlyProps<T>) {
  const refused = of.data === null ? of.error?.code : undefined;
  if (refused === 'out_of_scope') {
    return (
      <EmptyState icon='person' title='这不在您负责的街道内' text='您这里只有自己街道的。别的街道由那里的专干管；要换街道，请联系区商务局专班。'>
        {ways}
        <HotlineButton />
      </EmptyState>
    );
  }
  if (refused !== 'role_required') return <Loaded of={of} ways={ways}>{children}</Loaded>;
  const enter = <Button kind={only ? 'line' : 'primary'} label='填邀请码' onClick={() => go(deskPages.accept)} />;
  return (
    <EmptyState
      icon='person'
      title={only?.title ?? '这一页给工作人员用'}
      text={only?.text ?? '您要是街道专干或专班人员，请向发码的人要一个邀请码，在这里登记一次就能用。'}
    >
      {only ? <>{ways}{enter}</> : <>{enter}{ways}</>}
      <Button kind='line' label='回生活圈首页' onClick={() => switchTo('home')} />
      <HotlineButton />
    </EmptyState>
  );
}
