import * as vscode from 'vscode';
import { encodeValue } from '../../../api/request/encoding';
import { setVariable } from '../../../api/request/write/setVariable';
import { showInformation } from '../../../ui/dialogs/notifications';
import { idPlaces } from '../requests/requestIds';
import { applyEdit, requestPlace, type RequestPlace } from '../requests/requestPlace';
import { isOwnDocument } from '../scratch/scratchAddress';

/**
 * A value was picked, and lives beside the document. Where the document has one of its own, that is what is sent: it is
 * replaced in a document that is no file yet, and in a file where the person says so (R37).
 */
export async function replaceOwnValue(place: RequestPlace, name: string, value: string): Promise<void> {
  if (!hasOwnValue(place, name)) {
    return;
  }
  const write = vscode.l10n.t('Write to Document');
  if (
    isOwnDocument(place.document) ||
    (await showInformation(
      vscode.l10n.t('The document has its own value for {0}, which is what is sent.', name),
      write,
    )) === write
  ) {
    await writeValue(place, name, value);
  }
}

/** Writes the value of a variable, or of a place in the query, into the document: as it is now, others may have typed. */
export async function writeValue(
  { document, request }: RequestPlace,
  name: string,
  value: string,
): Promise<void> {
  const now = requestPlace({ uri: document.uri.toString(), offset: request.line.start });
  if (!now) {
    return;
  }
  const target = idPlaces(now.request, document.getText()).find((id) => id.name === name)?.target;
  await applyEdit(
    document,
    target && 'start' in target
      ? { ...target, text: encodeValue(value) }
      : setVariable(document.getText(), name, value),
  );
}

function hasOwnValue({ document, parsed, request }: RequestPlace, name: string): boolean {
  const target = idPlaces(request, document.getText()).find((id) => id.name === name)?.target;
  return target !== undefined && ('start' in target || (parsed.variables.get(name)?.value.length ?? 0) > 0);
}
