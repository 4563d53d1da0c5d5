import { BottomBar } from '../../../components/TabBar';
import { replace, switchTo } from '../../../services/navigate';
import { deskPages } from '../paths';
import { useWaiting } from '../waiting';

/** The staff's own pages, side by side; none lies on top of another. */
export function DeskBar({ current }: { current: 'progress' | 'review' | 'posters' }) {
  const waiting = useWaiting();
  return (
    <BottomBar
      label='工作页面'
      current={current}
      items={[
        { key: 'progress', text: '进度', icon: 'chart', onClick: () => replace(deskPages.progress) },
        ...(waiting === 'not hers' ? [] : [{ key: 'review', text: waiting ? `待办 ${waiting}` : '待办', icon: 'check-bubble' as const, onClick: () => replace(deskPages.review) }]),
        { key: 'posters', text: '海报', icon: 'qr', onClick: () => replace(deskPages.posters) },
        { key: 'mine', text: '我的', icon: 'person', onClick: () => switchTo('mine') },
      ]}
    />
  );
}
