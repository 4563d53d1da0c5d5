import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Tag } from '../../../components/Tag';
import { WideTable } from '../../../components/WideTable';
import type { InventoryCell } from '../../../../types/contract/inventory';
import { shortName } from '../words';
import type { Shape } from './shape';
import { checkedOf, findingWord, tagOf, verifiedWord } from './words';
import './index.scss';

/** Communities down, formats across. */
export function Grid({ rows, formats, onMark }: Shape) {
  return (
    <WideTable
      label='各社区清点' corner='社区' columns={formats.map(({ code, name }) => ({ key: code, name }))}
      rows={rows.map(({ community, cells }) => {
        const here = formats.flatMap(({ code }) => cells.find(({ format }) => format === code) ?? []);
        return {
          key: community.code, name: community.name,
          head: (
            <>
              <View className='inv-press lz-strong' onClick={() => onMark({ community, formats, cells: here })} {...a11y({ role: 'button', label: `${community.name}，一次标几种` })}>{shortName(community.name)}</View>
              <View className='inv-count lz-mute'>{`${checkedOf(cells)}/${cells.length}`}</View>
            </>
          ),
          cells: here.map((cell, i) => ({
            key: cell.format, text: findingWord(cell),
            show: <Press cell={cell} label={`${community.name} ${formats[i]?.name ?? ''}`} onClick={() => onMark({ community, formats: formats.slice(i, i + 1), cells: [cell] })} />,
          })),
        };
      })}
    />
  );
}

function Press({ cell, label, onClick }: { cell: InventoryCell; label: string; onClick: () => void }) {
  const tag = tagOf(cell);
  const words = [tag.text, findingWord(cell), verifiedWord(cell)].filter((word) => word !== '');
  return (
    <View className='inv-press' onClick={onClick} {...a11y({ role: 'button', label: `${label}：${words.join('，')}` })}>
      <Tag tone={tag.tone}>{tag.text}</Tag>
      <View className='inv-count'>{findingWord(cell)}</View>
      {cell.listed > 0 && <View className='inv-count lz-mute'>{verifiedWord(cell)}</View>}
    </View>
  );
}
