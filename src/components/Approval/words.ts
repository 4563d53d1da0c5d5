/** The marks of an approved government survey, in the order in which they are printed. */
import type { Approval } from '../../../types/contract/shared';

const fields = ['表号', '制定机关', '批准机关', '批准文号', '有效期'] as const;

/** A line each; none for a survey that was not approved. `undefined`: a reply that the phone kept from before. */
export const approvalLines = (approval: Approval | undefined): string[] => (approval ? fields.flatMap((field) => (approval[field] ? [`${field}：${approval[field]}`] : [])) : []);
