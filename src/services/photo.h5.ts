/** A browser's own way to a photo: its file box, which on a phone offers the camera. The picture is drawn anew, upright and small, so nothing that hung on it leaves the phone. */
import { phoneMayDraw } from '../../domain/photo';
import type { Taking, TakenPhoto } from './photo';
import { fitted, shrunk } from './shrink';

export function takePhoto(onChosen: () => void): Promise<Taking> {
  return new Promise((resolve) => {
    const box = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', hidden: true });
    const end = (taking: Taking) => {
      box.remove();
      resolve(taking);
    };
    box.addEventListener('cancel', () => end({ ok: false, reason: 'cancelled' }));
    box.addEventListener('change', () => {
      const file = box.files?.[0];
      if (!file) return end({ ok: false, reason: 'cancelled' });
      onChosen();
      smallOf(file).then((photo) => end({ ok: true, photo }), () => end({ ok: false, reason: 'unreadable' }));
    });
    document.body.append(box);
    box.click();
  });
}

const smallOf = async (file: File): Promise<TakenPhoto> => {
  // a drawing with a script in it is something a browser would draw too
  if (!phoneMayDraw(new Uint8Array(await file.slice(0, 32).arrayBuffer()))) throw new Error('not a photo');
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const size = { width: picture.naturalWidth, height: picture.naturalHeight };
    const blob = await shrunk((side, quality) => drawn(picture, fitted(size, side), quality), (made) => made.size);
    const preview = await dataUrlOf(blob);
    return { preview, data: preview.slice(preview.indexOf(',') + 1) };
  } finally {
    URL.revokeObjectURL(url);
  }
};

const drawn = (picture: HTMLImageElement, { width, height }: { width: number; height: number }, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    if (!pen) return reject(new Error('no canvas'));
    // JPEG knows no see-through; without this it would be black
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('not drawn'))), 'image/jpeg', quality);
  });

const dataUrlOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('not read'));
    reader.readAsDataURL(blob);
  });
