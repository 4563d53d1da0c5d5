/** 清除我的草稿和回执: for a phone that several people use. What a shopkeeper began to fill in goes as well. */
import { clearStored } from '../storage';
import { answered } from './answered';
import { draft } from './draft';
import { outbox } from './outbox';
import { slip } from './slip';
import { way } from './way';

export function clearAnswers(): void {
  outbox.set(null);
  draft.set(null);
  answered.set(null);
  clearStored('draft:');
  slip.set(null);
  way.set(null);
}

/** Another tab may have written: read again before showing. */
export function refreshAnswers(): void {
  outbox.refresh();
  draft.refresh();
  answered.refresh();
  slip.refresh();
  way.refresh();
}
