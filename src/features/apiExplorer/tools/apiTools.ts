import type { Tool } from '../../../ui/tools/tool';
import type { Descriptions } from '../descriptions/descriptions';
import { AccountOperations } from './accountOperations';
import { callReadOperationTool } from './callReadOperation';
import { findOperationTool } from './findOperation';

/** The tools that know the API by its description. */
export function apiTools(descriptions: Descriptions): {
  findOperation: () => Tool;
  callReadOperation: () => Tool;
} {
  const operations = new AccountOperations(descriptions);
  return {
    findOperation: () => findOperationTool(operations),
    callReadOperation: () => callReadOperationTool(operations),
  };
}
