import type { AccountMetadataStore, AiAccess } from '../../../account/accountMetadata';
import type { ScopeSource } from '../../../account/commandScope';
import type { Log } from '../../../support/log';
import type { ToolLoads } from '../../../ui/tools/toolRegistry';

/** What local tools need of the rest. */
export interface LocalToolsDeps extends ScopeSource {
  metadata: AccountMetadataStore;
  log: Log;
  /** Each feature adds its own. */
  tools: ToolLoads;
}

/** Whether a level allows the local tools of a class. */
export function allowsTool(level: AiAccess, toolClass: 'read' | 'write'): boolean {
  return level === 'write' || level === toolClass;
}
