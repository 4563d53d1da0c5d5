import { View } from '@tarojs/components';
import { fullDateTime } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/Notice';
import { Progress } from '../../../components/Progress';
import type { ExportJobShown } from '../../../../types/contract/export';
import { Failed } from '../Failed';
import { fingerprint } from '../words';
import { usePaper, type Wanted } from './usePaper';
import { kindWords, progressWords, sizeWords } from './words';

/** One file of a snapshot: asked for, on its way, there, or not made. `known`: what the page was told of it. */
export function Paper({ wanted, known }: { wanted: Wanted; known: ExportJobShown | null }) {
  const { job, busy, said, error, ask, follow, fetch } = usePaper(wanted, known);
  const name = kindWords[wanted.kind];
  const under = job !== null && (job.state === 'waiting' || job.state === 'working');
  return (
    <View className='lz-col'>
      {job === null && <Button kind='line' label={`做${name}`} busy={busy} onClick={() => void ask()} />}
      {under && (
        <>
          <View>{`${name}：${progressWords(job)}`}</View>
          <Progress done={job.done} of={job.steps} label={progressWords(job)} />
          <View className='lz-mute'>可以离开这一页，它会接着做，做好了再来取。</View>
          {error && <Button kind='line' label='看看做到哪了' onClick={follow} />}
        </>
      )}
      {job?.state === 'made' && job.file && (
        <>
          <Button kind='line' label={`取${name}`} busy={busy} onClick={() => void fetch()} />
          <View className='lz-mute lz-num'>{`${fullDateTime(job.file.madeAt)} 做好，${sizeWords(job.file.size)}，文件指纹 ${fingerprint(job.file.hash)}`}</View>
        </>
      )}
      {job?.state === 'failed' && (
        <>
          <Notice tone='red'>{`${name}没有做成，试了三次，不是您的操作有误。已经做好的部分不会丢：再点一次，从停下的地方接着做。`}</Notice>
          <Button kind='line' label={`接着做${name}`} busy={busy} onClick={() => void ask()} />
        </>
      )}
      {said && <Notice>{said}</Notice>}
      {error && <Failed error={error} />}
    </View>
  );
}
