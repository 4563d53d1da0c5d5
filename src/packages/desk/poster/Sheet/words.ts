/** What stands on a poster, in large print: the same words on screen, on paper and in the picture. */
import { groupedCode } from '../../../../../domain/codes';
import type { Poster } from '../../../../../types/contract/desk';
import { approvalLines } from '../../../../components/Approval/words';
import { rootLines, sealPurpose, sealTitle } from '../../../../components/Seal/words';

export interface PosterWords {
  readonly brand: readonly string[];
  /** It may break between its parts only. */
  readonly title: readonly string[];
  readonly place: string;
  readonly circle: string;
  readonly steps: readonly string[];
  readonly promise: string;
  readonly help: string;
  readonly hotline: string;
  readonly code: string;
  readonly link: string;
  /** The newest seal of the round that runs. */
  readonly seal: { readonly title: string; readonly root: readonly string[]; readonly purpose: string } | null;
  /** 表号 and so on, of an approved survey. */
  readonly approval: readonly string[];
  /** Only on posters of the demonstration. */
  readonly demo: string | null;
}

export const posterWords = ({ community, street, circles, scene, link, hotline, demo, seal, approval }: Poster): PosterWords => ({
  brand: ['凉州一刻钟', '15 分钟便民生活圈'],
  title: ['家门口方便不方便？', '您说了算'],
  place: community.name,
  circle: [street.name, ...circles].join(' · '),
  steps: ['打开微信，点「扫一扫」', '对准上面的方块，等它打开', '点「找附近」或「说满意」'],
  promise: '不记名，不问电话，几分钟就好。',
  help: '不会用、看不清，请打',
  hotline,
  code: groupedCode(scene),
  link,
  seal: seal ? { title: `${sealTitle(seal)} · ${seal.size} 项`, root: rootLines(seal.root, 2), purpose: sealPurpose } : null,
  approval: approvalLines(approval),
  demo: demo ? '演示海报 · 请勿张贴' : null,
});
