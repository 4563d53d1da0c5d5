/** What an audit says: the first difference ends it. */
export class Difference extends Error {}

export const demand = (holds: boolean, difference: string): void => {
  if (!holds) throw new Difference(difference);
};

/** A seal that was kept elsewhere: printed, posted, or saved as JSON. */
export interface KeptSeal { readonly round: string; readonly size: number; readonly root: string }
