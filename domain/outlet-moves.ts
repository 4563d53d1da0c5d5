/**
 * The six state machines of an outlet's upkeep. `none` is: it is not there yet.
 *
 * M1 A registration waits, is approved or returned; returned, it may be corrected; a decision may be undone.
 * M2 A claim waits, or is disputed where another has the outlet or wants it; it is granted, refused or taken back;
 *    refused, it may be sent again; a decision may be undone.
 * M3 A dispute is open until staff decide it or nobody disputes any more.
 * M4 A correction is open until staff accept or refuse it, the owner or staff confirm the outlet, or the one who sent it takes it back.
 * M5 An outlet's standing falls step by step by reports that agree, and rises by owner or staff alone; closing and reopening is for staff.
 * M6 A witness stands until its end, which only time brings, until a new one takes its place, or until staff take it back. A new one may follow an ended one.
 */
import type { Machine } from './moves';

export const registrationMachine = {
  submit: { from: ['none'], to: 'pending', by: ['merchant'] },
  correct: { from: ['returned'], to: 'pending', by: ['merchant'] },
  approve: { from: ['pending'], to: 'approved', by: ['staff'] },
  return: { from: ['pending'], to: 'returned', by: ['staff'] },
  undo: { from: ['approved', 'returned'], to: 'pending', by: ['staff'] },
} as const satisfies Machine<'pending' | 'approved' | 'returned', string>;

export const claimMachine = {
  submit: { from: ['none'], to: 'pending', by: ['merchant'] },
  dispute: { from: ['none', 'pending', 'refused'], to: 'disputed', by: ['merchant'] },
  correct: { from: ['refused'], to: 'pending', by: ['merchant'] },
  withdraw: { from: ['pending', 'disputed'], to: 'withdrawn', by: ['merchant'] },
  grant: { from: ['pending', 'disputed'], to: 'granted', by: ['staff'] },
  refuse: { from: ['pending', 'disputed'], to: 'refused', by: ['staff'] },
  undo: { from: ['granted', 'refused'], to: 'pending', by: ['staff'] },
} as const satisfies Machine<'pending' | 'disputed' | 'granted' | 'refused' | 'withdrawn', string>;

export const disputeMachine = {
  open: { from: ['none'], to: 'open', by: ['merchant'] },
  decide: { from: ['open'], to: 'decided', by: ['staff'] },
  drop: { from: ['open'], to: 'dropped', by: ['merchant'] },
} as const satisfies Machine<'open' | 'decided' | 'dropped', string>;

export const correctionMachine = {
  report: { from: ['none'], to: 'open', by: ['resident'] },
  accept: { from: ['open'], to: 'accepted', by: ['staff'] },
  refuse: { from: ['open'], to: 'refused', by: ['staff'] },
  answer: { from: ['open'], to: 'answered', by: ['merchant', 'staff'] },
  withdraw: { from: ['open'], to: 'withdrawn', by: ['resident'] },
  undo: { from: ['accepted', 'refused'], to: 'open', by: ['staff'] },
} as const satisfies Machine<'open' | 'accepted' | 'refused' | 'answered' | 'withdrawn', string>;

export const standingMachine = {
  doubt: { from: ['fine'], to: 'doubted', by: ['residents'] },
  hide: { from: ['fine', 'doubted'], to: 'hidden', by: ['residents'] },
  confirm: { from: ['fine', 'doubted', 'hidden'], to: 'fine', by: ['merchant', 'staff'] },
  close: { from: ['fine', 'doubted', 'hidden'], to: 'closed', by: ['staff'] },
  reopen: { from: ['closed'], to: 'fine', by: ['staff'] },
} as const satisfies Machine<'fine' | 'doubted' | 'hidden' | 'closed', string>;

export const witnessMachine = {
  witness: { from: ['none'], to: 'standing', by: ['staff'] },
  renew: { from: ['standing'], to: 'renewed', by: ['staff'] },
  revoke: { from: ['standing'], to: 'revoked', by: ['staff'] },
  end: { from: ['standing'], to: 'ended', by: ['time'] },
} as const satisfies Machine<'standing' | 'renewed' | 'ended' | 'revoked', string>;
