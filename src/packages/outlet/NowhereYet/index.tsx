import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { go } from '../../../services/navigate';

/** No community is known yet, so nothing is near. */
export function NowhereYet({ title }: { title: string }) {
  return (
    <Screen title={title} elderSwitch>
      <EmptyState icon='pin' title='从哪里出发？' text='选好社区，就能看到走路几分钟有谁。不用打开定位。'>
        <Button label='选我的社区' onClick={() => go('/packages/place/pick/index')} />
      </EmptyState>
    </Screen>
  );
}
