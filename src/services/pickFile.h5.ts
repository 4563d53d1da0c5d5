/** A file of the computer or phone, by the browser's own box. */
import type { Picking } from './pickFile';

export const pickHint: string = '';

export function pickFile(extensions: readonly string[], most: number): Promise<Picking> {
  return new Promise((resolve) => {
    const box = Object.assign(document.createElement('input'), { type: 'file', accept: extensions.map((extension) => `.${extension}`).join(','), hidden: true });
    const end = (picking: Picking) => {
      box.remove();
      resolve(picking);
    };
    box.addEventListener('cancel', () => end({ ok: false, reason: 'cancelled' }));
    box.addEventListener('change', () => {
      const file = box.files?.[0];
      if (!file) return end({ ok: false, reason: 'cancelled' });
      const { name, size } = file;
      if (size > most) return end({ ok: true, file: { name, size, content: '' } });
      const reader = new FileReader();
      reader.onload = () => end({ ok: true, file: { name, size, content: (reader.result as string).replace(/^[^,]*,/, '') } });
      reader.onerror = () => end({ ok: false, reason: 'unreadable' });
      reader.readAsDataURL(file);
    });
    document.body.append(box);
    box.click();
  });
}
