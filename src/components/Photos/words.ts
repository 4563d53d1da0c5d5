/** What photos are called, and why one was not let through. */
import type { PhotoPurpose, PhotoReason } from '../../../types/contract/photos';

export const purposeNames: Readonly<Record<PhotoPurpose, string>> = { licence: '营业执照', front: '店面', report: '居民反映', witness: '社区见证', reply: '回复' };

export const photoReasons: readonly { readonly code: PhotoReason; readonly text: string }[] = [
  { code: 'unclear', text: '看不清' },
  { code: 'unrelated', text: '和这家店不相干' },
  { code: 'private', text: '拍到了别人的脸、车牌或证件' },
  { code: 'unlawful', text: '违法违规的内容' },
];
export const photoReasonText = (reason: PhotoReason | null): string => photoReasons.find(({ code }) => code === reason)?.text ?? '没有写原因';
