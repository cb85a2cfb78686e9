import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { findFileBelow } from '../../../api/files/fileBelow';
import type { FileSet } from '../../../api/openapi/read/fileReferences';
import { limits } from '../../../api/openapi/read/limits';
import { UnusableDescription } from '../../../api/openapi/read/unusableDescription';
import { decodeBody } from '../../../api/response/body';
import { ApiModule } from './apiModule';

/**
 * The module of a description that a person opened from a file. It may refer to files below its folder, which are read
 * with it where the folder is on a disk: nothing of them is sent anywhere. `base` is that of the account which it is for.
 */
export function openedModule(file: vscode.Uri, base: string | undefined): ApiModule {
  const name = file.path.split('/').at(-1) ?? file.path;
  const read = async () => {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > limits.jsonBytes) {
      throw new UnusableDescription('tooLarge', { limit: limits.jsonBytes });
    }
    const bytes = await vscode.workspace.fs.readFile(file);
    return { text: decodeBody(bytes, undefined), staleSince: undefined };
  };
  const files = file.scheme === 'file' ? fileSetOf(file.fsPath, name) : undefined;
  return new ApiModule(file.toString(), name, 'file', read, {
    ...(base !== undefined && { place: { base } }),
    ...(files && { files }),
  });
}

function fileSetOf(path: string, name: string): FileSet {
  const folder = dirname(path);
  return {
    name,
    readFile: async (file) => {
      const found = await findFileBelow({ base: folder, root: folder }, file);
      if (found.size > limits.yamlBytes) {
        throw new UnusableDescription('tooLarge', { limit: limits.yamlBytes });
      }
      const pieces: Uint8Array[] = [];
      for await (const piece of found.bytes()) {
        pieces.push(piece);
      }
      return decodeBody(Buffer.concat(pieces), undefined);
    },
  };
}
