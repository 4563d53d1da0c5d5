import { View } from '@tarojs/components';
import { dateTime, shanghaiDay } from '../../../../../domain/calendar';
import { describeHours } from '../../../../../domain/hours-words';
import { a11y } from '../../../../components/a11y';
import { Card } from '../../../../components/Card';
import { Notice } from '../../../../components/Notice';
import { DemoMark, Tag } from '../../../../components/Tag';
import { useCatalogue } from '../../../../services/catalogue';
import { go } from '../../../../services/navigate';
import { dial } from '../../../../services/phone';
import type { QueueItem } from '../../../../../types/contract/desk';
import '../../desk.scss';
import { Row, Rows } from '../../Rows';
import { factStates, factWords, samenessWords } from '../../words';
import { Spot } from './Spot';

/** Everything the shopkeeper sent. */
export function Details({ item: { registration, community, formatName, similar, alike = [] } }: { item: QueueItem }) {
  const { draft, revision, outlet, submittedAt, demo } = registration;
  const catalogue = useCatalogue();
  const services = catalogue === null
    ? `${draft.services.length} 项，名称还没有取到`
    : draft.services.map((code) => catalogue.services.find((service) => service.code === code)?.name ?? code).join('、');
  return (
    <>
      {similar.length > 0 && (
        <Notice tone='amber'>
          <View>地图上已有像的网点，请看看是不是同一家（分数是示例，只供参考）：</View>
          {similar.map(({ id, name, score, level, reasons }) => (
            <View key={id} className='desk-similar'>
              <View className='lz-link' onClick={() => go('/packages/outlet/detail/index', { id })} {...a11y({ role: 'link' })}>{name}</View>
              <View>{`${samenessWords[level]}，${score} 分：${reasons.join('，')}`}</View>
            </View>
          ))}
        </Notice>
      )}
      {alike.length > 0 && (
        <Notice tone='amber'>
          <View>还有登记在等，可能是同一家（分数是示例，只供参考）。是同一家的，通过一份，退回另一份：</View>
          {alike.map(({ id, name, address, score, level, reasons }) => (
            <View key={id} className='desk-similar'>
              <View>{`${name}，${address}`}</View>
              <View>{`${samenessWords[level]}，${score} 分：${reasons.join('，')}`}</View>
            </View>
          ))}
        </Notice>
      )}
      {outlet !== null && (
        <Notice>
          <View>这一家已经在地图上，下面是店家改过的内容，通过后换成新的。</View>
          <View className='lz-link' onClick={() => go('/packages/outlet/detail/index', { id: outlet })} {...a11y({ role: 'link' })}>看地图上现在的内容</View>
        </Notice>
      )}
      <Card>
        <View className='lz-row lz-row--top'>
          <View className='lz-title lz-grow desk-any'>{draft.name}</View>
          <DemoMark demo={demo} />
        </View>
        <View className='lz-wrap'>
          {outlet !== null && <Tag tone='brand'>修改已进图的网点</Tag>}
          {revision > 1 && <Tag tone='brand'>{`第 ${revision} 次送来`}</Tag>}
          <Tag tone={draft.creditCode === null ? 'amber' : 'plain'}>{draft.creditCode === null ? '无照小修小补' : '有执照'}</Tag>
        </View>
        <Rows>
          <Row name='业态'>{formatName}</Row>
          {draft.services.length > 0 && <Row name='还提供'>{services}</Row>}
          <Row name='社区'>{community.name}</Row>
          <Row name='地址'>{draft.address}</Row>
          <Row name='位置'><Spot draft={draft} /></Row>
          <Row name='电话'>{draft.phone === null ? '没有填' : <View className='lz-link' onClick={() => dial(draft.phone ?? '')} {...a11y({ role: 'link' })}>{draft.phone}</View>}</Row>
          <Row name='营业时间'>
            {draft.hours === null && '不固定'}
            {describeHours({ week: draft.hours, dated: draft.dated ?? null }, shanghaiDay(Date.now())).map(({ days, text }) => <View key={days}>{`${days} ${text}`}</View>)}
          </Row>
          {draft.creditCode !== null
            ? <Row name='信用代码'><View>{draft.creditCode}</View><View className='lz-mute'>校验位对得上；是不是这一家的，请对照执照。</View></Row>
            : <Row name='无照原因'>{draft.unlicensedReason ?? '没有填'}</Row>}
          <Row name='方便老人'>{factWords.map(({ name, text }) => <View key={name}>{`${text}：${factStates[draft.facts[name]]}`}</View>)}</Row>
          <Row name='送来时间'>{dateTime(submittedAt)}</Row>
        </Rows>
      </Card>
    </>
  );
}
