import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Chip, Chips } from '../../../components/Chip';
import { SingleChoice } from '../../../components/Choice/Group';
import { Field, TextField } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import type { CheckStateName } from '../../../../types/contract/inventory';
import { Failed } from '../Failed';
import { useMark, type Marking } from './useMark';
import { findingWord, markWords, states } from './words';

/** What is known of a cell, and saying what one found; of a whole row, its group or all formats at once, less those that were not looked at. */
export function MarkSheet({ marking, onClose, onDone }: { marking: Marking | null; onClose: () => void; onDone: () => void }) {
  const { said, change, choice, formats, cells, empty, busy, save } = useMark(marking, () => {
    onDone();
    onClose();
  });
  const [only] = choice?.cells.length === 1 ? choice.cells : [];
  const label = said.state === null ? '先选一种' : formats.length === 0 ? '一种也没有选' : only ? '记下' : `记下这 ${formats.length} 种`;
  return (
    <Sheet
      title={marking && choice ? `${marking.community.name} · ${choice.name}` : ''} open={marking !== null} onClose={onClose}
      footer={<Button grow label={label} disabled={said.state === null || formats.length === 0} busy={busy} onClick={() => void save()} />}
    >
      {marking && choice && (
        <View className='lz-stack'>
          {marking.choices.length > 1 && (
            <Chips label='标哪些' wrap>
              {marking.choices.map(({ name }, i) => <Chip key={name} label={name} on={i === said.choice} onToggle={() => change({ choice: i, without: [] })} />)}
            </Chips>
          )}
          {only && <View className='lz-mute'>{`现在：${findingWord(only)}。${markWords(only)}`}</View>}
          {!only && <View className='lz-mute'>{`一次标 ${cells.length} 种，其中 ${empty} 种现在一家也没有。`}</View>}
          {said.error && <Failed error={said.error} />}
          <SingleChoice label='去看了没有' value={said.state} onChange={(code) => change({ state: code as CheckStateName })} options={states} />
          {!only && (
            <Field label='标这几种' hint='没去看的，点一下去掉'>
              <Chips label='标这几种' wrap>
                {choice.formats.map(({ code, name }) => <Chip key={code} label={name} on={!said.without.includes(code)} onToggle={(on) => change({ without: on ? said.without.filter((one) => one !== code) : [...said.without, code] })} />)}
              </Chips>
            </Field>
          )}
          <TextField label='备注' optional value={said.note} longest={100} placeholder='比如 只走了东半边' onChange={(note) => change({ note })} />
        </View>
      )}
    </Sheet>
  );
}
