import type { ToolName } from '../../toolNames';
import type { Tool } from './tool';

/** How each tool is loaded. Features add theirs when they are registered; it is loaded when it is first run. */
export type ToolLoads = Map<ToolName, () => Promise<Tool>>;
