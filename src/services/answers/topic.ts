/** Which of the two questionnaires the page shows: a main page takes no query, so what leads to it says so here. */
import type { Topic } from '../../../types/contract/shared';
import { switchTo } from '../navigate';
import { remembered } from '../remembered';

export const titles: Readonly<Record<Topic, string>> = { satisfaction: '说满意', needs: '说说缺什么' };

/** Null: 说满意. */
export const shownTopic = remembered<Topic>('draft:topic');

export function openQuestionnaire(topic: Topic): void {
  shownTopic.set(topic);
  switchTo('survey');
}
