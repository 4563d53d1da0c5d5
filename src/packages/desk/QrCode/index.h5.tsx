import { Image } from '@tarojs/components';
import { qrSvg, svgLink } from './svg';
import './index.scss';

/** The code as a picture: browsers leave backgrounds out when they print. */
export function QrCode({ modules, label }: { modules: readonly string[]; label: string }) {
  return <Image className='desk-qr' src={svgLink(qrSvg(modules))} nativeProps={{ alt: label }} />;
}
