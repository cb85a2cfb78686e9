import * as vscode from 'vscode';
import type { Operation } from '../../../api/openapi/model';
import type { ApiDescription } from '../../../api/openapi/description';
import { bodySkeleton } from '../../../api/request/write/bodySkeleton';
import { isIdParameter, sampleContent, sampleValues } from '../../../api/request/write/sampleInputs';
import { firstGap } from '../../../api/request/write/firstGap';
import { writeRequest, type RequestComments } from '../../../api/request/write/write';
import { RequestLanguageId } from '../../../contributions';
import { makeScratch } from '../scratch/makeScratch';

/** The document of an operation, with a sample of its body. Its ids are blank: their values live beside the document. */
export function requestText(description: ApiDescription, operation: Operation): string {
  const wanted = sampleContent(description, operation);
  return writeRequest(operation, {
    comments: commentTexts,
    asVariable: (parameter) => parameter.required && isIdParameter(parameter),
    samples: sampleValues(description),
    ...(wanted && { body: bodySkeleton(wanted.content, wanted.sample) }),
  });
}

/** Opens a new request document: a scratch request, or an untitled document where the disk does not take one. */
export async function openRequest(content: string): Promise<vscode.TextEditor> {
  const uri = await makeScratch(content).catch(() => undefined);
  const document = await (uri
    ? vscode.workspace.openTextDocument(uri)
    : vscode.workspace.openTextDocument({ language: RequestLanguageId, content }));
  const gap = firstGap(document.getText());
  const at = gap === undefined ? undefined : document.positionAt(gap);
  return vscode.window.showTextDocument(document, {
    preview: false,
    // The cursor stands where the first value is missing.
    ...(at && { selection: new vscode.Range(at, at) }),
  });
}

const commentTexts: RequestComments = {
  requirements: (rights) => vscode.l10n.t('Requires: {0}', rights),
  leftOut: (names) => vscode.l10n.t('Skipped because they cannot be sent from here: {0}', names),
  get withoutBody() {
    return vscode.l10n.t('The API description lists a body, which this method does not allow.');
  },
};
