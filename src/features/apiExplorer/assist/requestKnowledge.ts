import type { Descriptions } from '../descriptions/descriptions';
import { JsonBodies } from './jsonBodies';
import { RequestOperations } from './requestOperations';

/** What is known of requests by descriptions: completion and problems have it of one another. */
export interface RequestKnowledge {
  readonly operations: RequestOperations;
  readonly bodies: JsonBodies;
}

/** Nothing is read before somebody asks. */
export function makeRequestKnowledge(descriptions: Descriptions): RequestKnowledge {
  return { operations: new RequestOperations(descriptions), bodies: new JsonBodies() };
}
