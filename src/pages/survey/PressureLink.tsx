import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { ApiError } from '../../../types/errors';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Sheet } from '../../components/Sheet';
import type { Draft } from '../../services/answers/draft';
import { call } from '../../services/call';
import { useHotline } from '../../services/hotline';
import { dial } from '../../services/phone';
import { notedLine, receiverLine, sentLines } from './pressure';

type Step = 'asked' | 'sending' | 'noted' | ApiError;

/**
 * 「有人要求我怎么填」, quietly at the end of each screen. Nothing of it stays on the phone, not even that she tapped: whoever stands
 * beside her may ask to see it. So it looks the same afterwards; that she counts once is the server's affair.
 */
export function PressureLink({ filled: { round, community, oversight } }: { filled: Draft }) {
  const hotline = useHotline();
  const [step, setStep] = useState<Step | null>(null);
  const sending = useRef(false);
  const phone = oversight?.phone ?? hotline;

  const send = async () => {
    if (sending.current) return;
    sending.current = true;
    setStep('sending');
    const reply = await call('survey.pressure', { round: round.id, community: community.code });
    sending.current = false;
    // she may have closed it meanwhile
    setStep((now) => (now === null ? null : reply.ok ? 'noted' : reply.error));
  };
  const close = () => setStep(null);
  const failed = step !== null && typeof step === 'object' ? step : null;
  const mayCall = failed !== null || !oversight?.read;
  return (
    <>
      <View className='lz-survey__pressure'>
        <View className='lz-link lz-survey__quiet' onClick={() => setStep('asked')} {...a11y({ role: 'button' })}>有人要求我怎么填</View>
      </View>
      <Sheet title='有人要求我怎么填' open={step !== null} onClose={close}>
        {step === 'noted'
          ? (
            <>
              <Notice>{notedLine(oversight, hotline)}</Notice>
              {mayCall && <Button kind='line' icon='phone' label={`打电话 ${phone}`} onClick={() => dial(phone)} />}
              <Button label='接着填' onClick={close} />
            </>
          )
          : (
            <>
              <View>怎么填由您自己定，可以不理会他。交了以后，截止前还能撤回重填。</View>
              <Card>
                <View className='lz-strong'>点「告诉上级单位」，送出的是</View>
                {sentLines(community.name).map((line) => <View key={line} className='lz-survey__fact'><View className='lz-survey__dot' {...a11y({ hidden: true })} /><View className='lz-grow'>{line}</View></View>)}
              </Card>
              <View>{receiverLine(oversight, hotline)}</View>
              {failed && <Notice tone={failed.code === 'offline' ? 'offline' : 'amber'}>{failed.say}</Notice>}
              <Button label='告诉上级单位' busy={step === 'sending'} onClick={() => void send()} />
              {mayCall && <Button kind='line' icon='phone' label={`打电话 ${phone}`} onClick={() => dial(phone)} />}
            </>
          )}
      </Sheet>
    </>
  );
}
