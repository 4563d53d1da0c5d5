import { View } from '@tarojs/components';
import type { ShownReview } from '../../../../../types/contract/voice';
import { a11y } from '../../../../components/a11y';
import { Button } from '../../../../components/Button';
import { dayWords } from '../../../../components/OutletCard/words';
import { Tag } from '../../../../components/Tag';
import { aspectsLine, stateWords } from '../../../../components/VoiceWords';
import { go } from '../../../../services/navigate';

const complaintWords = { open: '您反映过，街道在看', kept: '您反映过，街道看过，留着', upheld: '' } as const;

/** One neighbour's words, and the owner's one answer. Who wrote them is not said. */
export function Voice({ review: { on, text, own, aspects, reply, owner, id }, platform }: { review: ShownReview; platform: boolean }) {
  const year = new Date().getFullYear();
  const answer = (as: 'reply' | 'complaint') => go('/packages/voice/answer/index', { review: id, as, seen: String(owner!.version), words: text, platform: platform ? 'yes' : undefined });
  return (
    <View className='outlet-voice' {...a11y({ role: 'listitem' })}>
      <View className='outlet-voice__words'>{text}</View>
      {aspects && <View className='lz-mute'>{aspectsLine(aspects)}</View>}
      <View className='lz-wrap lz-mute'>
        <View>{dayWords(on, year)}</View>
        {own && <Tag>您写的</Tag>}
      </View>
      {reply && (
        <View className='outlet-voice__reply'>
          <View className='lz-strong'>店家答复</View>
          <View>{reply.text}</View>
          <View className='lz-mute'>{dayWords(reply.on, year)}</View>
        </View>
      )}
      {owner?.reply && owner.reply.state !== 'passed' && (
        <View className='outlet-voice__reply'>
          <View className='lz-wrap'><View className='lz-strong'>您的答复</View><Tag tone={stateWords[owner.reply.state].tone}>{stateWords[owner.reply.state].text}</Tag></View>
          <View>{owner.reply.text}</View>
          {owner.reply.reason && <View>{owner.reply.reason}</View>}
        </View>
      )}
      {owner?.complaint && <View className='lz-mute'>{complaintWords[owner.complaint]}</View>}
      {owner && (
        <View className='lz-row'>
          {(owner.reply === null || owner.reply.state === 'refused') && <Button grow kind='line' label='答复一次' onClick={() => answer('reply')} />}
          {owner.complaint === null && <Button grow kind='quiet' label='这条不对' onClick={() => answer('complaint')} />}
        </View>
      )}
    </View>
  );
}
