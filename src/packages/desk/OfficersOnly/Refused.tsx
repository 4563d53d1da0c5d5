import { Button } from '../../../components/Button';
import { EmptyState, HotlineButton, LoadingState } from '../../../components/StateView';
import { deskOf } from '../../../services/duty';
import { go, replace, switchTo } from '../../../services/navigate';
import { placeInput, placeKey, usePlace } from '../../../services/place';
import { useCall } from '../../../services/useCall';
import { deskPages } from '../paths';
import { dutyName } from '../words';

/** Whoever has no role is told how to get one; an officer of another role that the page is not hers, with the way back to her own desk. */
export function Refused({ only }: { only: { readonly title: string; readonly text: string } | undefined }) {
  const place = usePlace();
  const home = useCall('survey.home', placeInput(place), { cacheKey: placeKey(place) });
  if (home.state === 'loading') return <LoadingState />;
  const duties = home.data?.session.roles ?? [];
  const officer = duties.length > 0;
  const { title, text } = only ?? (officer
    ? { title: '这一页由别的岗位用', text: `您是${duties.map(dutyName).join('、')}，您的工作里没有这一页。要是该有，请联系区商务局专班。` }
    : { title: '这一页给工作人员用', text: '您要是街道专干或专班人员，请向发码的人要一个邀请码，在这里登记一次就能用。' });
  return (
    <EmptyState icon='person' title={title} text={text}>
      {duties.map((duty) => <Button key={dutyName(duty)} label={`回工作台（${dutyName(duty)}）`} onClick={() => replace(deskOf(duty))} />)}
      {!officer && <Button kind={only ? 'line' : 'primary'} label='填邀请码' onClick={() => go(deskPages.accept)} />}
      <Button kind='line' label='回生活圈首页' onClick={() => switchTo('home')} />
      <HotlineButton />
    </EmptyState>
  );
}
