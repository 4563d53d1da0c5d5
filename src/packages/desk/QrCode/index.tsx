import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { qrSvg, svgLink } from './svg';
import './index.scss';

/** The code as a background: in the mini-program a vector picture is safest there. */
export function QrCode({ modules, label }: { modules: readonly string[]; label: string }) {
  return <View className='desk-qr' style={{ backgroundImage: `url("${svgLink(qrSvg(modules))}")` }} {...a11y({ role: 'img', label })} />;
}
