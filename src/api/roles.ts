import { Failure, isFailure, type NeededRole } from './failure';

/**
 * Does something that a role is needed for: where the server forbids it, the failure says which one (api/README 1.7,
 * the role matrix of testing distribution).
 */
export async function withRequiredRole<T>(role: NeededRole, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isFailure(error, 'forbidden') ? new Failure(error.kind, { ...error.facts, role }) : error;
  }
}
