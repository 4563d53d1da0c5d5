import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import { hasViewer, viewPhotos } from '../../services/photoViewer';
import { a11y } from '../a11y';
import { Button } from '../Button';
import { classes } from '../classes';
import { Sheet } from '../Sheet';
import './index.scss';

export interface Picture {
  readonly id: string;
  /** Null: it can't be had just now. */
  readonly src: string | null;
  /** What it shows, for those who don't see it: 「老街面馆的店面照片」. */
  readonly label: string;
}

/** Photos side by side; a tap shows one large. `wide`: one alone takes the whole width. `whole`: nothing is cut off at the sides, for whoever decides on it. */
export function Photos({ pictures, wide, whole }: { pictures: readonly Picture[]; wide?: boolean; whole?: boolean }) {
  const [open, setOpen] = useState<number | null>(null);
  const [lost, setLost] = useState<readonly string[]>([]);
  const shown = pictures.filter(({ id, src }) => src !== null && !lost.includes(id));
  const show = (id: string) => {
    const at = shown.findIndex((picture) => picture.id === id);
    if (hasViewer) viewPhotos(shown.map(({ src }) => src ?? ''), at);
    else setOpen(at);
  };
  return (
    <View className={classes('lz-photos', wide && `lz-photos--${pictures.length === 1 ? 'one' : 'wide'}`)}>
      {pictures.map(({ id, src, label }) => (src === null || lost.includes(id) ? (
        <View key={id} className='lz-photos__one lz-photos__lost'>照片现在打不开</View>
      ) : (
        <View key={id} className='lz-photos__one' onClick={() => show(id)} {...a11y({ role: 'button', label: `看大图：${label}` })}>
          <Image className='lz-photos__picture' src={src} mode={whole ? 'aspectFit' : 'aspectFill'} lazyLoad nativeProps={{ alt: '' }} onError={() => setLost((all) => [...all, id])} />
        </View>
      )))}
      {open !== null && shown[open] && <Large picture={shown[open]} onClose={() => setOpen(null)} />}
    </View>
  );
}

/** The whole photo; as large as it is when asked for, to be moved about under the finger. */
function Large({ picture: { src, label }, onClose }: { picture: Picture; onClose: () => void }) {
  const [natural, setNatural] = useState(false);
  return (
    <Sheet title={label} open onClose={onClose} footer={<Button grow kind='line' label={natural ? '看全图' : '放大看'} onClick={() => setNatural(!natural)} />}>
      <View className='lz-photos__frame'>
        <Image className={natural ? 'lz-photos__natural' : 'lz-photos__large'} src={src ?? ''} mode='widthFix' nativeProps={{ alt: label }} />
      </View>
    </Sheet>
  );
}
