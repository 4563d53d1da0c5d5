import type { Session } from '../../../types/contract/survey';
import { deskOf, dutyPlace } from '../../services/duty';
import { Row } from './Row';

/** Quiet ways to the desk and to one's own outlets, for those who have them. */
export function DeskRows({ session }: { session: Session }) {
  const oversees = session.roles.some(({ role }) => role === 'oversight');
  return (
    <>
      {session.roles.filter(({ role }) => role !== 'oversight').map((duty) => <Row key={dutyPlace(duty)} title='工作台' text={dutyPlace(duty)} page={deskOf(duty)} />)}
      {oversees && <Row title='有人要求怎么填' text='居民点的反映，只给上级监督单位看' page='/packages/desk/pressure/index' />}
      {session.merchant && <Row title='我的网点' text='审核进度和修改' page='/packages/merchant/mine/index' />}
    </>
  );
}
