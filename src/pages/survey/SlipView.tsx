import { View } from '@tarojs/components';
import { dateTime } from '../../../domain/calendar';
import { groupedCode } from '../../../domain/codes';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { slip, type Slip } from '../../services/answers/slip';
import { titles } from '../../services/answers/topic';
import { way } from '../../services/answers/way';
import { confirm } from '../../services/notify';
import { switchTo } from '../../services/navigate';

/** For whom she helped: what is to be written down and taken home. It leaves this phone with the next tap. */
export function SlipView({ of: { receipt, secret, sealedBy, community, round } }: { of: Slip }) {
  const leave = async (then: () => void) => {
    if (!(await confirm({ title: '抄好了吗？', text: '离开以后，这部手机上就不再有这两个码，不能找回。', yes: '抄好了', no: '再看看' }))) return;
    slip.set(null);
    then();
  };
  return (
    <Screen title={titles[round.topic ?? 'satisfaction']} tab='survey'>
      <Notice>{`${community.name}的一份收到了。请抄在纸条上，交给填的人带回家。`}</Notice>
      <Card className='lz-survey__state'>
        <View className='lz-mute'>{round.title}</View>
        <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>回执号</View>
        <View className='lz-survey__receipt lz-num' {...a11y({ label: `回执号 ${receipt}`, role: 'img' })}>{receipt}</View>
        <View className='lz-mute'>{`凭它查收到没有、封存没有，最晚${dateTime(sealedBy)}封存。`}</View>
      </Card>
      {secret && (
        <Card className='lz-survey__state'>
          <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>撤回码</View>
          <View className='lz-survey__secret lz-num'>{pairs(groupedCode(secret)).map((line) => <View key={line}>{line}</View>)}</View>
          <View className='lz-mute'>改变主意时，在任何一部手机的「我的」里输入它，就能撤回重填。只有填的人自己该有它，请不要拍照、不要留底。</View>
        </Card>
      )}
      <Button label='抄好了，帮下一位' onClick={() => void leave(() => undefined)} />
      <Button kind='line' label='抄好了，不帮了' onClick={() => void leave(() => { way.set(null); switchTo('home'); })} />
    </Screen>
  );
}

/** Two groups a line, as they are read out; the dash at the end says that it goes on. */
const pairs = (code: string): readonly string[] => code.match(/[^-]+-[^-]+-?/g) ?? [code];
