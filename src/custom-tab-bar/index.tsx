/** WeChat insists on this component when the tab bar is our own; ours is drawn in the pages (components/TabBar). */
import { View } from '@tarojs/components';

export default function NoTabBar() {
  return <View />;
}
