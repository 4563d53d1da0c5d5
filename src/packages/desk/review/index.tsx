import { EmptyState } from '../../../components/StateView';
import { Screen } from '../../../components/Screen';

export default function Page() {
  return <Screen title='审核网点'><EmptyState title='这一页还在做' /></Screen>;
}
