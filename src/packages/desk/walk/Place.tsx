import { View } from '@tarojs/components';
import { monthDay } from '../../../../domain/calendar';
import { straightMetres } from '../../../../domain/geometry';
import { describeWeek } from '../../../../domain/hours';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { DemoMark, Tag } from '../../../components/Tag';
import { openPlace } from '../../../services/location';
import { dial } from '../../../services/phone';
import type { WalkItem } from '../../../../types/contract/field';
import type { Gcj02Point } from '../../../../types/units';
import { Row, Rows } from '../Rows';
import { pointOf } from './kept';
import { whyWords, witnessWords } from './words';

/** What the map says of it, to be held against what stands there. */
export function Place({ item, from }: { item: WalkItem; from: Gcj02Point }) {
  const point = pointOf(item);
  const metres = Math.round(straightMetres(from, point) / 10) * 10;
  return (
    <Card>
      <View className='lz-row lz-row--top'>
        <View className='lz-title lz-grow desk-any'>{item.name}</View>
        <DemoMark demo={item.demo} />
      </View>
      <View className='lz-wrap'>{item.why.map((why) => <Tag key={why} tone={whyWords[why].tone}>{whyWords[why].text}</Tag>)}</View>
      {item.wrong !== null && <Notice tone='amber'><View className='desk-any'>{`上次上门看到：${item.wrong}`}</View></Notice>}
      <Rows>
        <Row name='地址'>
          <View className='desk-any'>{item.address}</View>
          <View className='lz-link' onClick={() => void openPlace({ point, name: item.name, address: item.address })} {...a11y({ role: 'button' })}>{`看位置（直线约 ${metres} 米）`}</View>
        </Row>
        <Row name='业态'>{item.formatName}</Row>
        <Row name='营业时间'>{item.hours === null ? '没有写' : describeWeek(item.hours).map(({ days, text }) => <View key={days}>{`${days} ${text}`}</View>)}</Row>
        <Row name='电话'>{item.phone === null ? '没有填' : <View className='lz-link' onClick={() => dial(item.phone ?? '')} {...a11y({ role: 'link' })}>{item.phone}</View>}</Row>
        {item.witness && <Row name='没有执照'>{witnessWords(item.witness)}</Row>}
        <Row name='上次确认'>{item.lastSeenOn === null ? '没有过' : `${item.lastSeenOn.slice(0, 4)}年${monthDay(item.lastSeenOn)}`}</Row>
      </Rows>
    </Card>
  );
}
