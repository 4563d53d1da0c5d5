/** Many answers at once, with a known outcome, and their release: what a test about figures starts from. */
import { tick } from '../../cloudfunctions/clock/tick';
import { sha256 } from '../../cloudfunctions/runtime/hashing';
import { shanghaiDay } from '../../domain/calendar';
import { takeResponse } from '../../database/queries/responses';
import { plan } from '../../rules';
import { newId, questionnaireHash, valueOf, wholeAnswers, type World } from './world';

export const communitiesOf = (circle: string): readonly string[] => plan.circles.find(({ id }) => id === circle)!.communities;

type Change = Record<string, string | string[]>;
export interface Batch {
  readonly round: string;
  readonly communities: readonly string[];
  /** In each of them. */
  readonly n: number;
  /** Of each of them. */
  readonly satisfied: number;
  readonly change?: (k: number) => Change;
  /** The hash of the round's questionnaire, where it has another than the rule file's. */
  readonly questionnaire?: string;
}
const changed = ({ satisfied, change }: Batch, k: number): Change => ({ A4b: '2', A6: k < satisfied ? 'satisfied' : 'dissatisfied', ...change?.(k) });

let people = 0;
/** Through the action, at the world's time. */
export const answersOf = async (world: World, batch: Batch): Promise<void> => {
  for (const community of batch.communities) {
    for (let k = 0; k < batch.n; k += 1) {
      people += 1;
      valueOf(await world.call(`many-${people}`, 'survey.submit', {
        submissionId: newId(), round: batch.round, ticket: null, questionnaireHash: batch.questionnaire ?? questionnaireHash, community, answers: wholeAnswers(community, changed(batch, k)), seconds: 100 + 5 * (k % 7),
      }));
    }
  }
};

/** Answers of people who came by themselves to a round that is drawn: straight into the inbox, as the action takes those of the round's own source. */
export const openAnswersOf = async ({ host, now }: World, batch: Batch): Promise<void> => {
  for (const community of batch.communities) {
    for (let k = 0; k < batch.n; k += 1) {
      people += 1;
      const { A4b: _, ...answers } = wholeAnswers(community, changed(batch, k));
      const bytes = (what: string) => sha256(`${what} ${people}`);
      await takeResponse(host.database.owner, {
        round: batch.round, tag: bytes('tag'), submission: bytes('submission'), leaf: bytes('leaf'), salt: bytes('salt'), withdrawHash: bytes('withdraw'), again: null, community,
        ageBand: '70-79', eligible: true, source: 'open', mode: 'self', proxy: false, questionnaireHash, answers: JSON.stringify(answers), seconds: 120, reversed: false, remark: null,
        day: shanghaiDay(now().getTime()), phone: null,
      });
    }
  }
};

/** The clock at a moment: seals and makes what is due. The world goes there too. */
export const releaseAt = async (world: World, at: Date): Promise<readonly string[]> => {
  world.setNow(at);
  return (await tick(world.host.database.as('clock'), at)).released;
};
