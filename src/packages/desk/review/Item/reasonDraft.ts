import { stored } from '../../../../services/storage';

/** The reason being written for a registration, so that a reload does not lose it. */
export const reasonDraft = (id: string) => stored<string>(`draft:review:${id}`);
