import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Chip, Chips } from '../../../components/Chip';
import { SingleChoice } from '../../../components/Choice/Group';
import { Field, TextArea } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { go } from '../../../services/navigate';
import type { VisitOutcome, WalkItem } from '../../../../types/contract/field';
import type { PhotoPurpose } from '../../../../types/contract/photos';
import type { Fact } from '../../../../types/contract/shared';
import { factWords } from '../words';
import { MendNow } from './MendNow';
import type { VisitOf } from './useVisit';
import './index.scss';

const outcomes: readonly { readonly code: VisitOutcome; readonly text: string; readonly hint: string }[] = [
  { code: 'right', text: '都对', hint: '还开着，上面写的都对' },
  { code: 'closed', text: '关了', hint: '不做了，从地图上撤下（30 天内能撤回）' },
  { code: 'wrong', text: '有不对的', hint: '还开着，但上面有写错的' },
];
const answers: readonly { readonly code: Fact; readonly text: string }[] = [{ code: 'yes', text: '是' }, { code: 'no', text: '不是' }, { code: 'unknown', text: '没看' }];
const photoNames: Readonly<Partial<Record<PhotoPurpose, string>>> = { front: '门头照片', witness: '见证照片' };

/** Large choices first; what is asked beyond them depends on the choice. */
export function VisitForm({ item, form: { said, problems, preparing, change, photograph, drop }, witnessDays, mended }: { item: WalkItem; form: VisitOf; witnessDays: number; mended: boolean }) {
  const open = said.outcome === 'right' || said.outcome === 'wrong';
  return (
    <>
      <Field label='看到的' error={problems.outcome}>
        <SingleChoice label='看到的' options={outcomes} value={said.outcome} onChange={(code) => change({ outcome: code as VisitOutcome })} />
      </Field>
      {said.outcome !== null && (
        <TextArea
          label={said.outcome === 'wrong' ? '哪里不对' : '备注'} optional={said.outcome !== 'wrong'} error={problems.note} value={said.note} longest={200}
          placeholder={said.outcome === 'wrong' ? '比如：招牌换成了老张面馆' : '只给工作人员看'} onChange={(note) => change({ note })}
        />
      )}
      {said.outcome === 'wrong' && (mended
        ? <Notice>您刚改过这家。现在都对的话，选「都对」。</Notice>
        : <MendNow outlet={item.id} note={said.note} />)}
      {open && (
        <Field label='现场看一看' hint='看过的才点；没看的不改'>
          {factWords.map(({ name, text }) => (
            <View key={name} className='walk-fact'>
              <View className='lz-grow'>{text}</View>
              <Chips label={text} wrap>
                {answers.map(({ code, text: word }) => <Chip key={code} label={word} on={said.facts[name] === code} onToggle={() => change({ facts: { ...said.facts, [name]: code } })} />)}
              </Chips>
            </View>
          ))}
        </Field>
      )}
      {said.outcome === 'right' && item.witness && (
        <Field label='社区见证' hint={`这家没有执照。写明上门看到的，拍一张照，${witnessDays} 天内有效（示例），到期再来。`}>
          <Chips label='社区见证' wrap>
            <Chip label='我来见证' on={said.witnessed !== null} onToggle={(on) => change({ witnessed: on ? '' : null })} />
          </Chips>
          {said.witnessed !== null && <TextArea label='上门看到的' error={problems.witnessed} value={said.witnessed} longest={100} placeholder='比如：在小区门口修鞋二十年，邻居都认得' onChange={(witnessed) => change({ witnessed })} />}
        </Field>
      )}
      {open && (
        <Field label='照片' optional={said.witnessed === null} hint='别拍到别人的脸、车牌和证件。同事看过才公开。' error={problems.photo}>
          {said.photos.map(({ id, purpose }, i) => (
            <View key={id} className='lz-row'>
              <View className='lz-grow'>{`${photoNames[purpose] ?? '照片'} ${i + 1}，存在手机上`}</View>
              <View className='lz-link' onClick={() => drop(id)} {...a11y({ role: 'button', label: `去掉照片 ${i + 1}` })}>去掉</View>
            </View>
          ))}
          {said.witnessed !== null && said.outcome === 'right' && <Button kind='line' icon='plus' busy={preparing} label='拍见证照片' onClick={() => void photograph('witness')} />}
          {said.photos.length < 3 && <Button kind='line' icon='plus' busy={preparing} label='拍门头' onClick={() => void photograph('front')} />}
        </Field>
      )}
      <View className='lz-link' onClick={() => go('/packages/outlet/detail/index', { id: item.id })} {...a11y({ role: 'link' })}>看居民看到的页面</View>
    </>
  );
}
