/** The inbox: what became of what she sent. */
import { countUnread, newestMessages, readUntil } from '../../database/queries/messages';
import type { Action } from '../runtime/action';

const mostShown = 50;

export const messages: Action<'outlet.messages'> = {
  transaction: false,
  async handle(_input, { db, caller }) {
    const rows = await newestMessages(db, caller.person, mostShown);
    return { messages: rows.map(({ read_at, ...row }) => ({ ...row, read: read_at !== null })), unread: await countUnread(db, caller.person) };
  },
};

export const readMessages: Action<'outlet.readMessages'> = {
  transaction: true,
  async handle(input, { db, caller, now }) {
    await readUntil(db, caller.person, input.until, now);
    return { unread: await countUnread(db, caller.person) };
  },
};
