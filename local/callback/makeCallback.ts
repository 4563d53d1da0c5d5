/**
 * Draws whom to call, without any database: it needs the round's definition, the plan of its call-back, the frame and the public seed
 * alone, so that whoever calls can do it elsewhere, and anybody can do it again.
 */
import { createHash } from 'node:crypto';
import { calledText, drawCalled } from '../../domain/callback';
import { foldSeed, type Household } from '../../domain/draw';
import { hex } from '../../domain/leaf';
import type { CallbackPlan } from '../../types/callback';
import type { RoundDefinition } from '../../types/round';
import { StartError } from '../config';
import { drawnFor } from '../letters/makeLetters';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

export interface Called { readonly households: readonly Household[]; readonly seed: string; /** Hash of who they are. */ readonly drawn: string }

/** `households`: the frame that the letters were drawn from, or the list from elsewhere. Throws `StartError` where they don't fit each other. */
export const calledFor = (definition: Pick<RoundDefinition, 'id' | 'sample'>, plan: CallbackPlan, households: readonly Household[], seed: string): Called => {
  if (plan.round !== definition.id) throw new StartError(`回访的规定是「${plan.round}」这一轮的，不是「${definition.id}」。`);
  if (foldSeed(seed) === '') throw new StartError('种子是空的。请照回访的规定写上公开的那个值。');
  const called = drawCalled(letteredOf(definition, plan, households), new Map(plan.communities.map(({ code, called: n }) => [code, n])), { round: plan.round, seed, hash: sha256 });
  return { households: called, seed: foldSeed(seed), drawn: hex(sha256(calledText(plan.round, called))) };
};

/** Those who got a letter. */
const letteredOf = (definition: Pick<RoundDefinition, 'id' | 'sample'>, plan: CallbackPlan, households: readonly Household[]): readonly Household[] => {
  if (plan.letters !== null) {
    const lettered = drawnFor(definition, households, plan.letters.seed);
    if (lettered.hash !== plan.letters.drawn) throw new StartError('照规定重抽，抽中寄信的户和封存的名单不一样。请确认规定、名册都是这一轮的。');
    return lettered.households;
  }
  const wrong = plan.communities.find(({ code, letters }) => households.filter(({ community }) => community === code).length !== letters);
  if (wrong) throw new StartError(`社区 ${wrong.code} 寄了 ${wrong.letters} 封信，这份名单里有 ${households.filter(({ community }) => community === wrong.code).length} 户。请用寄信的那一份名单。`);
  return households;
};
