import type { ReactNode } from 'react';
import { EmptyState, HotlineButton } from '../../../components/StateView';
import { Loaded } from '../../../components/StateView/Loaded';
import type { Loading } from '../../../services/useCall';
import { Refused } from './Refused';

export interface OfficersOnlyProps<T> {
  readonly of: Loading<T>;
  readonly children: (data: T) => ReactNode;
  /** Ways on when nothing could be had. */
  readonly ways?: ReactNode;
  /** Not for every officer: what is said to the others. */
  readonly only?: { readonly title: string; readonly text: string };
}

/** `Loaded` for staff: whoever has no role for it is told so, and an officer of another street whom to ask. */
export function OfficersOnly<T>({ of, children, ways, only }: OfficersOnlyProps<T>) {
  const refused = of.data === null ? of.error?.code : undefined;
  if (refused === 'role_required') return <Refused only={only} />;
  if (refused !== 'out_of_scope') return <Loaded of={of} ways={ways}>{children}</Loaded>;
  return (
    <EmptyState icon='person' title='这不在您负责的街道内' text='您这里只有自己街道的。别的街道由那里的专干管；要换街道，请联系区商务局专班。'>
      {ways}
      <HotlineButton />
    </EmptyState>
  );
}
