import { Button } from '../../../components/Button';
import { HotlineButton } from '../../../components/StateView';
import { Notice } from '../../../components/Notice';
import { loadCatalogue } from '../../../services/catalogue';

/** The lists to choose from were never had on this phone. */
export function CatalogueAway() {
  return (
    <>
      <Notice tone='offline'>可选的列表还没有取到。连上网后再试一次，填过的都在。</Notice>
      <Button kind='line' icon='refresh' label='再试一次' onClick={() => void loadCatalogue()} />
      <HotlineButton />
    </>
  );
}
