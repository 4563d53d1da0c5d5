import { View } from '@tarojs/components';
import type { Voices as Said } from '../../../../../types/contract/voice';
import { a11y } from '../../../../components/a11y';
import { Button } from '../../../../components/Button';
import { Card } from '../../../../components/Card';
import { Notice } from '../../../../components/Notice';
import { go } from '../../../../services/navigate';
import type { Outlet } from '../useOutlet';
import { Aspects } from './Aspects';
import { Follow } from './Follow';
import { useVoices } from './useVoices';
import { Voice } from './Voice';
import './index.scss';

/** 邻居怎么说: what is added up from five people on, the texts, and the ways to write and to follow. Comes after the page, under all of it. */
export function Voices({ outlet: { id, name } }: { outlet: Pick<Outlet, 'id' | 'name'> }) {
  const { first, reviews, more, busy, next } = useVoices(id);
  const said = first.data;
  const write = () => go('/packages/voice/review/index', { outlet: id, name });
  return (
    <>
      <Card>
        <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>邻居怎么说</View>
        {first.error && <Notice tone='amber'>{first.error.say}</Notice>}
        {said === null ? !first.error && <View className='lz-mute'>正在打开…</View> : <Summary said={said} />}
        {reviews.length > 0 && <View className='lz-stack' {...a11y({ role: 'list', label: '邻居写的话，新的在前' })}>{reviews.map((review) => <Voice key={review.id} review={review} platform={said?.platform ?? false} />)}</View>}
        {more && <Button kind='line' busy={busy} label='再看一些' onClick={() => void next()} />}
        {said && !said.owner && <Button kind='line' icon='edit' label={said.mine ? '看看、改改我的评价' : '我也说说'} onClick={write} />}
      </Card>
      {said && !said.owner && <Follow outlet={id} follow={said.follow} onChanged={first.reload} />}
    </>
  );
}

function Summary({ said: { people, aspects, least, keepMonths, status, reviews } }: { said: Said }) {
  if (aspects === null) {
    return (
      <>
        <View>{people === 0 ? '还没有人说过。' : `${people} 位邻居说过，未到 ${least} 份，先不合计${reviews.length > 0 ? '，只放写的话' : ''}。`}</View>
        {people === 0 && <View className='lz-mute'>您去过的话，可以先说几句。</View>}
      </>
    );
  }
  return (
    <>
      <View className='lz-mute'>{`${people} 位邻居，最近 ${keepMonths} 个月。每人半年一份，只说好、一般、不好，不打星。（份数和期限：${status}）`}</View>
      <Aspects aspects={aspects} least={least} />
    </>
  );
}
