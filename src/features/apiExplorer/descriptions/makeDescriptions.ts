import type { ApiExplorerDeps } from '../deps';
import { DescriptionCache } from './descriptionCache';
import { Descriptions } from './descriptions';

/** What is described, with what is on disk of it. */
export function makeDescriptions({ sessions, clientFor, storage, extension }: ApiExplorerDeps): Descriptions {
  return new Descriptions({ sessions, clientFor, cache: new DescriptionCache(storage), extension });
}
