import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import type { ImportList } from '../../../../types/contract/export';
import { Row, Rows } from '../Rows';
import { atWords, systemWords } from './words';

/** What somebody asks afterwards: when it was compared and ended, how its positions were read, and which file exactly it was. */
export function Details({ list: { hash, state, comparedAt, endedAt, system } }: { list: ImportList }) {
  // in fours, to be read out over the telephone
  return (
    <Card className='desk-roomy'>
      <View className='lz-h'>这张名单的来历</View>
      <Rows>
        <Row name='比对'>{atWords(comparedAt)}</Row>
        {endedAt && <Row name={state === 'loaded' ? '载入' : '放弃'}>{atWords(endedAt)}</Row>}
        <Row name='坐标'>{systemWords[system ?? 'none']}</Row>
        <Row name='文件校验'><View className='desk-any lz-num'>{hash.slice(0, 16).match(/.{4}/g)?.join(' ')}</View></Row>
      </Rows>
    </Card>
  );
}
