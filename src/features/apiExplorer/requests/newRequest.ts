import * as vscode from 'vscode';
import type { Operation, Parameter } from '../../../api/openapi/model';
import type { ApiDescription } from '../../../api/openapi/description';
import { sampleOf, sampleOfParameter } from '../../../api/openapi/schema/sample';
import { bodySkeleton } from '../../../api/request/write/bodySkeleton';
import { preferredContent } from '../../../api/request/mediaTypes';
import { oneLine } from '../../../api/request/parse/quoting';
import { writeRequest, type RequestComments } from '../../../api/request/write/write';
import { RequestLanguageId } from '../../../contributions';

/** The values that ids have now, by the name of their variable. */
export type KnownValues = (name: string) => string | undefined;

/** The document of an operation, with a sample of its body and with what is known of its ids. */
export function requestText(description: ApiDescription, operation: Operation, known: KnownValues): string {
  const content = operation.body && preferredContent(operation.body.content);
  const body = content && bodySkeleton(content, content.example ?? sampleOf(description, content.schema));
  const text = writeRequest(operation, {
    comments: commentTexts,
    values: (parameter) => (parameter.in === 'path' || isId(parameter) ? known(parameter.name) : undefined),
    // An id that is made up helps nobody: it is picked by name.
    samples: (parameter) => (isId(parameter) ? '' : sampleText(sampleOfParameter(description, parameter))),
    ...(body && { body }),
  });
  return withTitle(text, operation);
}

/** Its first line is what an unsaved document is called by: better the name of the operation than a variable. */
function withTitle(text: string, { summary, id, method, path }: Operation): string {
  return text.startsWith('@') ? `# ${oneLine(summary ?? id ?? `${method} ${path}`)}\n\n${text}` : text;
}

/** Opens a new request document. It is nobody's file until it is saved. */
export async function openRequest(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: RequestLanguageId, content });
  return vscode.window.showTextDocument(document, { preview: false });
}

const commentTexts: RequestComments = {
  requirements: (rights) => vscode.l10n.t('Needs: {0}', rights),
  leftOut: (names) => vscode.l10n.t('Left out, since these cannot be sent from here: {0}', names),
  get withoutBody() {
    return vscode.l10n.t('The description names a body, which this method cannot have.');
  },
};

function isId({ name }: Parameter): boolean {
  return /id$/i.test(name);
}

function sampleText(sample: unknown): string | string[] | undefined {
  if (Array.isArray(sample)) {
    return sample.map((item) => textOf(item));
  }
  return sample === undefined || sample === null ? undefined : textOf(sample);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
