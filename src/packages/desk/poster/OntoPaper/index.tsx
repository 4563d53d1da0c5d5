import { useRef, useState } from 'react';
import { Canvas, View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { copyText } from '../../../../services/share';
import { showPicture } from '../../../../services/picture';
import { toast } from '../../../../services/notify';
import type { Poster } from '../../../../../types/contract/desk';
import { drawSheet, sheetPixels } from '../Sheet/draw';
import { posterWords } from '../Sheet/words';
import './index.scss';

const canvas = 'poster-picture';

/** A phone has no printer: the poster as a picture, to keep or to send to a computer. */
export function OntoPaper({ poster }: { poster: Poster }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const under = useRef(false);
  const save = async () => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    const shown = await showPicture(canvas, sheetPixels, (pen) => drawSheet(pen, posterWords(poster), poster.modules));
    setFailed(!shown);
    if (shown) toast('长按图片可保存或发给电脑');
    setBusy(false);
    under.current = false;
  };
  return (
    <View className='lz-col lz-grow'>
      <View className='lz-mute'>{failed ? '这部手机没能做出图片。可以复制链接，请同事在电脑上打印。' : '手机不能直接打印：打开图片，长按保存或发到电脑，用 A4 纸打印。'}</View>
      <View className='lz-row'>
        <Button kind='line' label='复制链接' onClick={() => void copyText(poster.link)} />
        <Button grow icon='print' label='打开图片' busy={busy} onClick={() => void save()} />
      </View>
      <Canvas type='2d' id={canvas} canvasId={canvas} className='desk-canvas' />
    </View>
  );
}
