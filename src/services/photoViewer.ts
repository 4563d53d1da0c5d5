/** WeChat's own viewer shows photos whole and lets them be made larger. */
import Taro from '@tarojs/taro';

export const hasViewer: boolean = true;

export function viewPhotos(links: readonly string[], at: number): void {
  void Taro.previewImage({ urls: [...links], current: links[at] }).catch(() => undefined);
}
