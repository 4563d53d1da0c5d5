/** What a round asks about, known by its questionnaire. */
import type { Topic } from '../types/contract/shared';

export const topics: readonly Topic[] = ['satisfaction', 'needs'];

/** The kind of the questionnaire's rule. */
export const questionnaireOf = { satisfaction: 'questionnaire-a', needs: 'questionnaire-b' } as const satisfies Record<Topic, string>;

export const topicOf = ({ kind }: { readonly kind: string }): Topic => (kind === questionnaireOf.needs ? 'needs' : 'satisfaction');
