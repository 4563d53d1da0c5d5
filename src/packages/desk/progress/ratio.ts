/** How far a community, street or district has come: 0 nothing, 1 the target. */
export const ratio = ({ answered, target }: { readonly answered: number; readonly target: number }): number => answered / Math.max(1, target);
