/** The list that every dead end leads to: streets, their communities, and the circles these belong to. */
import { allPlaces } from '../../database/queries/places';
import type { Action } from '../runtime/action';

export const places: Action<'survey.places'> = {
  transaction: false,
  async handle(_input, { db, memo, settings }) {
    const streets = await memo('places', 60_000, () => allPlaces(db));
    return { hotline: settings.hotline, streets: [...streets] };
  },
};
