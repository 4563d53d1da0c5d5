/** The one way an action says no: a code of the catalogue. Anything else that is thrown is our fault and shown as `internal`. */
import { errorOf, type ApiError, type ErrorCode, type Named } from '../../types/errors';

export class Refusal extends Error {
  readonly error: ApiError;
  constructor(code: ErrorCode, field?: string, named?: Named) {
    super(code);
    this.error = errorOf(code, field, named);
  }
}
export const refuse = (code: ErrorCode, field?: string, named?: Named): never => {
  throw new Refusal(code, field, named);
};
