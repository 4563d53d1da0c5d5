import { shareNow, type ShareCard } from '../../services/share';
import { Button } from '.';

/** In a browser: the device's own share sheet, else the link is copied. */
export function ShareButton({ label, card }: { label: string; card: ShareCard }) {
  return <Button kind='line' icon='share' label={label} onClick={() => void shareNow(card)} />;
}
