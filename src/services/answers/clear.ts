/** 清除我的草稿和回执: for a phone that several people use. What a shopkeeper began to fill in goes as well. */
import { topics } from '../../../domain/topic';
import { clearStored } from '../storage';
import { answered } from './answered';
import { draftOf } from './draft';
import { outbox } from './outbox';
import { slip } from './slip';
import { shownTopic } from './topic';
import { way } from './way';

export function clearAnswers(): void {
  outbox.set(null);
  for (const topic of topics) draftOf(topic).set(null);
  answered.set(null);
  clearStored('draft:');
  slip.set(null);
  way.set(null);
  shownTopic.set(null);
}

/** Another tab may have written: read again before showing. */
export function refreshAnswers(): void {
  outbox.refresh();
  for (const topic of topics) draftOf(topic).refresh();
  answered.refresh();
  slip.refresh();
  way.refresh();
}
