import { notePassed } from '../../database/queries/files';
import type { Ports } from '../runtime/action';
import { cloudPorts, createMain } from '../runtime/entry';
import { readCheckEvent } from '../runtime/imageCheck';
import { outlet } from './definition';

const called = createMain(outlet);
let ports: Ports | null = null;

/** Besides its calls this function receives WeChat's verdicts on photos. Whoever made one up would have to know the name of a check, which only WeChat was told. */
export const main = async (event: unknown) => {
  const verdict = readCheckEvent(event);
  if (verdict === null) return called(event);
  if (verdict.passed) {
    const { database, now } = (ports ??= cloudPorts('outlet'));
    await database.write((db) => notePassed(db, verdict.trace, now()));
  }
  return 'success';
};
