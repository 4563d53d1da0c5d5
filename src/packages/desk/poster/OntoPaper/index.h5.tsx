import { Button } from '../../../../components/Button';
import { printPage } from '../../../../services/print';
import type { Poster } from '../../../../../types/contract/desk';

/** A browser prints the page itself. */
export function OntoPaper(_props: { poster: Poster }) {
  return <Button grow icon='print' label='打印' onClick={printPage} />;
}
