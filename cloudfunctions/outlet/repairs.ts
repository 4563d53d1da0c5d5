/** The map of 小修小补: its kinds, and how many within a quarter of an hour on foot do each. */
import { project } from '../../domain/geometry';
import { offersWithin } from '../../database/queries/outlets';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { locateOrigin } from '../runtime/origin';
import { formatRules, walkingRules } from '../runtime/rules';

export const repairs: Action<'outlet.repairs'> = {
  transaction: false,
  async handle(input, context) {
    const { services } = await formatRules(context);
    const { paces, detour, aroundMinutes } = await walkingRules(context);
    const origin = await locateOrigin(input.origin, context);
    const pace = paces.find(({ code }) => code === (input.pace ?? 'normal')) ?? refuse('value_invalid', 'pace');
    const kinds = services.filter(({ smallRepair }) => smallRepair);
    // a walk is the straight line times the detour: domain/walking
    const metres = (aroundMinutes * pace.metresPerMinute) / detour;
    const counts = await offersWithin(context.db, { ...project(origin.point), metres }, kinds.map(({ code }) => code));
    return { minutes: aroundMinutes, kinds: kinds.map(({ code, name }) => ({ code, name, inReach: counts.get(code) ?? 0 })), origin: { name: origin.name, status: origin.status } };
  },
};
