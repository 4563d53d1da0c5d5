import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import type { Shape } from './shape';
import { checkedOf, findingWord, tagOf, verifiedWord } from './words';
import './index.scss';

/** The same as the grid, one community under the other. */
export function Cards({ rows, formats, onMark }: Shape) {
  return (
    <View className='lz-stack'>
      {rows.map(({ community, cells }) => {
        const here = formats.flatMap(({ code }) => cells.find(({ format }) => format === code) ?? []);
        return (
          <Card key={community.code}>
            <View className='lz-h'>{community.name}</View>
            <View className='lz-mute'>{`${cells.length} 种里已核 ${checkedOf(cells)} 种`}</View>
            {here.map((cell, i) => {
              const tag = tagOf(cell);
              return (
                <View key={cell.format} className='inv-line' onClick={() => onMark({ community, formats: formats.slice(i, i + 1), cells: [cell] })} {...a11y({ role: 'button' })}>
                  <View className='lz-grow'>{formats[i]?.name}</View>
                  <View className='lz-wrap'><Tag tone={tag.tone}>{tag.text}</Tag><View>{findingWord(cell)}</View>{cell.listed > 0 && <View className='lz-mute'>{verifiedWord(cell)}</View>}</View>
                </View>
              );
            })}
            <Button kind='line' label='一次标几种' onClick={() => onMark({ community, formats, cells: here })} />
          </Card>
        );
      })}
    </View>
  );
}
