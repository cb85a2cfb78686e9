import type { Memory } from '../../../account/tokenExchange';
import type { Arrangement } from './apiView';

/** Key of the workspace's memory; no secrets. */
export const API_GROUPING = 'appcircle.apiGrouping';

/** What the workspace's operations are put together by. */
export function rememberedGrouping(memory: Memory): Arrangement['grouping'] {
  return memory.get(API_GROUPING) === 'path' ? 'path' : 'tag';
}
