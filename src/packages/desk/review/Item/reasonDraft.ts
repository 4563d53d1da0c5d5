import { stored } from '../../../../services/storage';

export interface KeptReason { readonly code: string | null; readonly words: string }

/** The reason being written for a registration, so that a reload does not lose it. */
export const reasonDraft = (id: string) => stored<KeptReason>(`draft:return:${id}`);
