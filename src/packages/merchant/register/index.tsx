import { Button } from '../../../components/Button';
import { Screen } from '../../../components/Screen';
import { EmptyState, ErrorState, HotlineButton, LoadingState } from '../../../components/StateView';
import { backTo, replace, useQuery } from '../../../services/navigate';
import { useScenePlace } from '../../../services/scenePlace';
import { Editor } from './Editor';
import { useStart } from './useStart';

const minePage = '/packages/merchant/mine/index';
const registerPage = '/packages/merchant/register/index';

/** Getting an outlet onto the map, mending what was returned (`id`), or changing what is listed (`outlet`). */
export default function RegisterPage() {
  const { id, outlet } = useQuery();
  useScenePlace();
  const { start, mine } = useStart({ id, outlet });
  const back = <Button kind='line' icon='list' label='看我的网点' onClick={() => backTo(minePage)} />;
  if (start?.kind === 'form') return <Editor key={start.kept.id} startKey={start.key} start={start.kept} />;
  return (
    <Screen title={outlet ? '改网点信息' : id ? '修改再提交' : '登记网点'} elderSwitch>
      {start === null && (mine.state === 'error' && mine.error ? <ErrorState error={mine.error} onRetry={mine.reload}>{back}</ErrorState> : <LoadingState />)}
      {start?.kind === 'waiting' && <EmptyState icon='clock' title='正在审核' text='审核期间不能改。结果出来后，通过或退回都能在「我的网点」看到。'>{back}<HotlineButton /></EmptyState>}
      {start?.kind === 'missing' && <EmptyState icon='shop' title='没有找到您登记的这个网点' text='可能是换了手机或微信。可以重新登记，也可以打电话问问。'><Button icon='plus' label='登记我的网点' onClick={() => replace(registerPage)} />{back}<HotlineButton /></EmptyState>}
    </Screen>
  );
}
