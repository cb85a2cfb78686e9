import * as vscode from 'vscode';
import { parseRequests } from '../../../api/request/parse/parse';
import { RequestFileEnding } from '../../../contributions';
import type { RequestFileNode, RequestNode } from './collectionNodes';

/** Where request files are looked for, and where not. */
export const REQUEST_FILES = `**/*${RequestFileEnding}`;
const LEFT_OUT = '**/node_modules/**';

/** How many are listed: of files, and of the requests of one. */
const MAX_FILES = 200;
const MAX_REQUESTS = 200;

/** Bytes of a file that is read for its requests. */
const MAX_FILE_SIZE = 1_000_000;

/** Some rows, and whether there are more. */
export interface SomeRows<N> {
  readonly nodes: readonly N[];
  readonly isCut: boolean;
}

/** The request files of the workspace, by their paths. Nothing of them is read. */
export async function findRequestFiles(parent: string): Promise<SomeRows<RequestFileNode>> {
  const found = await vscode.workspace.findFiles(REQUEST_FILES, LEFT_OUT, MAX_FILES + 1);
  const nodes = found.slice(0, MAX_FILES).map((uri): RequestFileNode => {
    const path = vscode.workspace.asRelativePath(uri);
    const at = path.lastIndexOf('/') + 1;
    return {
      kind: 'requestFile',
      id: `${parent}/${uri.toString()}`,
      uri,
      name: path.slice(at, -RequestFileEnding.length),
      folder: path.slice(0, Math.max(0, at - 1)),
    };
  });
  nodes.sort((one, other) => one.folder.localeCompare(other.folder) || one.name.localeCompare(other.name));
  return { nodes, isCut: found.length > MAX_FILES };
}

/** The requests of a file, as its editor shows it, else as it is on the disk. Fails where it cannot be read. */
export async function requestsIn({ uri, id }: RequestFileNode): Promise<SomeRows<RequestNode>> {
  const text = await textOf(uri);
  const { requests } = parseRequests(text);
  const lineAt = lineCounter(text);
  const nodes = requests.slice(0, MAX_REQUESTS).map(({ name, method, target, line }, nth): RequestNode => ({
    kind: 'request',
    id: `${id}/${nth}`,
    uri,
    method,
    title: name,
    target: text.slice(target.start, target.end).replace('{{host}}', ''),
    line: lineAt(line.start),
  }));
  return { nodes, isCut: requests.length > MAX_REQUESTS };
}

async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) {
    return open.getText();
  }
  const { size } = await vscode.workspace.fs.stat(uri);
  return size > MAX_FILE_SIZE ? '' : Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
}

/** Lines before places that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let [at, line] = [0, 0];
  return (offset) => {
    line += text.slice(at, offset).match(/\r\n|\n|\r/g)?.length ?? 0;
    at = offset;
    return line;
  };
}
