import type { Memento } from '../../../support/memento';
import type { TreeArrangement } from './apiView';

/** Key of the workspace's memory; no secrets. */
export const API_GROUPING = 'appcircle.apiGrouping';

/** What the workspace's operations are put together by. */
export function rememberedGrouping(memento: Memento): TreeArrangement['grouping'] {
  return memento.get(API_GROUPING) === 'path' ? 'path' : 'tag';
}
