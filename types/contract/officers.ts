/** Who works at the desk: invited by a code, let in once, let go; and what they did with it. Function `desk`. */
import * as v from 'valibot';
import * as s from './shared';

export const inviteState = v.picklist(['open', 'used', 'expired', 'revoked']);
/**
 * One place at most, the one that the role asks for. `id`, made by the phone once for what it sends: the same again gets the same reply;
 * something else under it is `value_invalid`.
 */
export const invite = {
  input: v.strictObject({
    id: v.optional(s.uuid), role: s.deskRole, street: v.nullable(s.streetCode), community: v.optional(v.nullable(s.communityCode)), department: v.optional(v.nullable(s.departmentCode)),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), note: v.pipe(v.string(), v.trim(), v.maxLength(40)),
  }),
  output: v.strictObject({ code: v.string(), link: v.string(), expiresAt: s.instantText }),
};
/** Those that the caller may call in, the newest first; whom she may invite, and where. */
export const invites = {
  input: v.strictObject({}),
  output: v.strictObject({
    invites: v.array(v.strictObject({ id: s.uuid, role: s.deskRole, ...s.dutyPlace, note: v.string(), state: inviteState, createdAt: s.instantText, expiresAt: s.instantText })),
    mayInvite: v.array(s.deskRole),
    /** Where a street's officer may: her own. Null: anywhere. */
    streets: v.nullable(v.array(s.streetCode)),
    departments: v.array(s.named),
  }),
};
export const revokeInvite = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ state: inviteState }),
};
/** Whose role holds, of those whom the caller may let in. `note`: what was written on the invite that she came by. */
export const officers = {
  input: v.strictObject({}),
  output: v.strictObject({
    officers: v.array(v.strictObject({ id: s.uuid, role: s.deskRole, ...s.dutyPlace, since: s.instantText, note: v.string(), mine: v.boolean() })),
    hotline: v.string(),
  }),
};
/** At once. Again: the same reply. */
export const endRole = { input: v.strictObject({ id: s.uuid, reason: s.shortText(200) }), output: v.strictObject({ ended: v.literal(true) }) };
export const acceptInvite = {
  input: v.strictObject({ code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)) }),
  output: v.strictObject({ role: s.role, ...s.dutyPlace }),
};

/** What officers did with their power, the newest first, a page at a time: `before` is the last one seen. Acts of residents and merchants are not among them. */
export const audit = {
  input: v.strictObject({ before: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
  output: v.strictObject({
    acts: v.array(v.strictObject({
      number: v.pipe(v.number(), v.integer()), at: s.instantText, act: v.string(),
      /** Null: whoever runs the server, at the command line. */
      by: v.nullable(v.strictObject({ role: s.role, ...s.dutyPlace, note: v.string(), mine: v.boolean() })),
      /** Of what, where it has a name that may be shown. */
      subject: v.nullable(v.string()),
      /** Whose role was given, taken or ended: which one, never who. */
      whose: v.nullable(v.strictObject({ role: s.role, ...s.dutyPlace })),
      reason: v.nullable(v.string()),
    })),
    more: v.boolean(),
  }),
};
