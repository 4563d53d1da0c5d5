import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import type { PhotoPurpose, ShownPhoto } from '../../../types/contract/photos';
import { useCall } from '../../services/useCall';
import { a11y } from '../a11y';
import { Button } from '../Button';
import { Field } from '../Field';
import { photoReasonText } from '../Photos/words';
import { useUploads, type Unsent } from './useUploads';
import './index.scss';

export interface PhotoFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly optional?: boolean;
  /** What the photos are for; the server takes them for nothing else. */
  readonly purpose: PhotoPurpose;
  /** Ids of photos that the server has, as kept with the form's draft. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly most: number;
  /** How many are still on their way or did not get through: the form asks before it sends itself without them. */
  readonly onUnsent?: (count: number) => void;
}

/**
 * Photos in a form: taken or chosen, made small on the phone, sent at once by `outlet.addPhoto`; the form keeps their ids alone and sends
 * them as `photos: [{ id, purpose }]` (types/contract/photos.ts), which the server ties to what was sent (cloudfunctions/runtime/attachPhotos.ts).
 * Each says beside itself how it stands; one that did not get through stays and is sent again by a tap, or by itself when the network is back.
 */
export function PhotoField({ label, hint, error, optional, purpose, value, onChange, most, onUnsent }: PhotoFieldProps) {
  const uploads = useUploads({ purpose, onUnsent, onSent: (id) => onChange([...value.filter((one) => one !== id), id]) });
  // those from before: the form was left and opened again
  const [before] = useState(value);
  const own = useCall('outlet.photos', before.length === 0 ? null : { ids: [...before] });
  const { unsent, previews, preparing, problem } = uploads;
  const count = value.length + unsent.length;
  return (
    <Field label={label} hint={hint} error={error ?? problem} optional={optional}>
      {value.map((id, at) => (
        <Sent
          key={id} name={`${label} ${at + 1}`} preview={previews[id]} loading={own.state === 'loading'} found={own.data?.photos.find((photo) => photo.id === id)} known={own.state !== 'error'}
          onRemove={() => onChange(value.filter((one) => one !== id))}
        />
      ))}
      {unsent.map((photo) => <OnTheWay key={photo.id} name={label} photo={photo} onAgain={() => void uploads.send(photo)} onRemove={() => uploads.drop(photo.id)} />)}
      {count < most && <Button kind='line' icon='plus' busy={preparing} label={preparing ? '正在准备照片' : count === 0 ? `添${label}` : `再添一张${label}`} onClick={() => void uploads.add()} />}
    </Field>
  );
}

function Row({ src, text, onRemove, name, children }: { src: string | null; text: string; name: string; onRemove: () => void; children?: React.ReactNode }) {
  return (
    <View className='lz-photo-row' {...a11y({ role: 'group', label: name })}>
      <View className='lz-photo-row__box'>{src !== null && <Small key={src} src={src} />}</View>
      <View className='lz-grow'>
        <View {...a11y({ role: 'status' })}>{text}</View>
        <View className='lz-wrap'>
          {children}
          <View className='lz-link' onClick={onRemove} {...a11y({ role: 'button', label: `去掉 ${name}` })}>去掉</View>
        </View>
      </View>
    </View>
  );
}

/** The row says in words what it is; where the link has ended by now, the box stays empty. */
function Small({ src }: { src: string }) {
  const [lost, setLost] = useState(false);
  return lost ? null : <Image className='lz-photo-row__picture' src={src} mode='aspectFill' nativeProps={{ alt: '' }} onError={() => setLost(true)} />;
}

function Sent({ name, preview, found, loading, known, onRemove }: { name: string; preview: string | undefined; found: ShownPhoto | undefined; loading: boolean; known: boolean; onRemove: () => void }) {
  const text = preview !== undefined ? '已传好'
    : found?.state === 'refused' ? `没有通过：${photoReasonText(found.reason)}。请去掉，换一张。`
    : found ? (found.state === 'passed' ? '已传好，看过了' : '已传好')
    : loading ? '正在打开…'
    : known ? '这张照片已经不在了，请去掉，重新添一张。' : '已传好，现在看不到小图';
  return <Row name={name} src={preview ?? found?.link ?? null} text={text} onRemove={onRemove} />;
}

function OnTheWay({ name, photo: { preview, error }, onAgain, onRemove }: { name: string; photo: Unsent; onAgain: () => void; onRemove: () => void }) {
  const text = error === null ? '正在传…' : error.code === 'offline' ? '手机现在没有网络。照片还在这里，连上网会自己传。' : error.say;
  return (
    <Row name={`${name}（还没传好）`} src={preview} text={text} onRemove={onRemove}>
      {error?.retry && <View className='lz-link' onClick={onAgain} {...a11y({ role: 'button', label: `再传 ${name}` })}>再传</View>}
    </Row>
  );
}
