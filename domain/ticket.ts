/**
 * The ticket a phone gets when it opens a questionnaire. It proves, by the server's clock and without
 * anything being stored, that an answer was begun while the round was open. It says nothing of a person.
 *
 * S1 A ticket reads back as what was written, with the same `mac`.
 * S2 A ticket that was changed anywhere, cut or extended, or made with another key, reads as null.
 * S3 It is shorter than 300 characters with a mac of up to 128.
 */
export interface Ticket {
  readonly round: string;
  readonly questionnaireHash: string;
  /** ms since the epoch, by the server's clock. */
  readonly startedAt: number;
}

// Naming the use keeps a mac made for another purpose with the same key from passing as a ticket.
const use = 'ticket1';
const body = ({ round, questionnaireHash, startedAt }: Ticket) => `${use}.${round}.${questionnaireHash}.${startedAt.toString(36)}`;
const shape = /^ticket1\.([a-z0-9-]{3,40})\.([0-9a-f]{64})\.([0-9a-z]{1,11})$/;

/** The ticket's text. `mac` is a keyed hash, as text without dots. */
export function writeTicket(ticket: Ticket, mac: (text: string) => string): string {
  const text = body(ticket);
  return `${text}.${mac(text)}`;
}

/** What a ticket says, or null where it is not one of ours. */
export function readTicket(text: string, mac: (text: string) => string): Ticket | null {
  const cut = text.lastIndexOf('.');
  const signed = text.slice(0, Math.max(cut, 0));
  const [, round, questionnaireHash, started] = shape.exec(signed) ?? [];
  if (round === undefined || questionnaireHash === undefined || started === undefined) return null;
  return text.slice(cut + 1) === mac(signed) ? { round, questionnaireHash, startedAt: parseInt(started, 36) } : null;
}
