/** A merchant's own registrations and how each stands. */
import { registrationsOf, shownRegistration } from '../../database/queries/registrations';
import type { Action } from '../runtime/action';

export const mine: Action<'outlet.mine'> = {
  for: 'anyone',
  transaction: false,
  async handle(_input, { db, caller, settings }) {
    return { registrations: (await registrationsOf(db, caller.person)).map(shownRegistration), hotline: settings.hotline };
  },
};
