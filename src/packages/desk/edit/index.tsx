import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { EmptyState } from '../../../components/StateView';
import { backOrHome, replace, useQuery } from '../../../services/navigate';
import { useCall } from '../../../services/useCall';
import { OfficersOnly } from '../OfficersOnly';
import { deskPages } from '../paths';
import { Form } from './Form';

/** Staff mend an entry themselves: somebody said that it is wrong, and it was found out on the phone or on the spot. */
export default function EditPage() {
  const { outlet, saw } = useQuery();
  const found = useCall('desk.editing', outlet === undefined ? null : { outlet });
  if (outlet === undefined) {
    return (
      <Screen title='改网点信息' elderSwitch>
        <EmptyState icon='shop' title='没有说是哪一家' text='请从「待办」里的反映，或上门核实的单子里点开。'>
          <Button label='看待办' onClick={() => replace(deskPages.review)} />
        </EmptyState>
      </Screen>
    );
  }
  const data = found.data;
  if (data) return <Form key={data.seen} outlet={outlet} saw={saw ?? data.wrong} start={data} reload={found.reload} />;
  return (
    <Screen title='改网点信息' elderSwitch>
      <OfficersOnly of={found} ways={<Button kind='line' label='回去' onClick={backOrHome} />}>{() => <View />}</OfficersOnly>
    </Screen>
  );
}
