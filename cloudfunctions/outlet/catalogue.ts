/** Formats, services and paces for filters and forms; the phone keeps them and asks only whether they changed. */
import type { Action } from '../runtime/action';
import { catalogueHash, formatRules, walkingRules } from '../runtime/rules';

export const catalogue: Action<'outlet.catalogue'> = {
  transaction: false,
  async handle(input, context) {
    const hash = await catalogueHash(context);
    if (input.known === hash) return { hash, catalogue: null };
    const rules = await formatRules(context);
    const { paces } = await walkingRules(context);
    return {
      hash,
      catalogue: {
        groups: [...rules.groups],
        formats: rules.formats.map(({ code, name, class: kind, group, sixOne }) => ({ code, name, class: kind, group, sixOne })),
        services: rules.services.map(({ code, name, smallRepair }) => ({ code, name, smallRepair })),
        paces: paces.map((pace) => ({ ...pace })),
        status: rules.status,
        source: rules.source,
      },
    };
  },
};
