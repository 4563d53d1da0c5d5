/**
 * State machines as tables: which act leads from which state to which, and who may do it. Written once each in
 * `outlet-moves.ts`; every action asks here, so an act that the table does not hold does not happen.
 *
 * S1 An act that is in the table, from a state it starts in, by somebody it is for, leads to its one state.
 * S2 Anything else is illegal: from another state, or by somebody else.
 */
export type Actor = 'resident' | 'merchant' | 'staff' | 'residents' | 'time';
export interface Move<State extends string> { readonly from: readonly (State | 'none')[]; readonly to: State; readonly by: readonly Actor[] }
export type Machine<State extends string, Act extends string> = Readonly<Record<Act, Move<State>>>;

/** The state that an act leads to. Null: illegal. */
export const moved = <M extends Readonly<Record<string, Move<string>>>, Act extends keyof M>(machine: M, from: string, act: Act, by: Actor): M[Act]['to'] | null => {
  const move = machine[act]!;
  return move.from.includes(from) && move.by.includes(by) ? move.to : null;
};
