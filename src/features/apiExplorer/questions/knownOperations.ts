import type * as vscode from 'vscode';
import { readDescription } from '../../../api/openapi/description';
import type { OperationSummary } from '../../../api/openapi/model';
import type { Descriptions } from '../descriptions/descriptions';
import { readOwnDescription } from '../descriptions/ownDescription';

/** What can be told without asking a server: the operations of modules that were read, and what is publicly known. */
export async function knownOperations(
  described: Descriptions | undefined,
  extension: vscode.Uri,
): Promise<readonly OperationSummary[]> {
  const read = described?.modules.flatMap(({ loaded }) => loaded?.description.operations ?? []) ?? [];
  const own = described
    ? (await described.own.load()).description
    : await readDescription(await readOwnDescription(extension));
  return [...read, ...own.operations];
}
