import * as vscode from 'vscode';
import { RequestLanguageId } from '../../../contributions';
import { Disposables } from '../../../support/disposables';
import { lazy } from '../../../support/lazy';
import type { RequestAssistanceDeps } from './requestAssistance';

/**
 * What the list is shown at besides letters. No line break: whoever ends a line and then the headers presses Enter
 * twice, and would take the first entry.
 */
const TRIGGERS = ['/', '?', '&', '=', ':', ' ', '{', '"', '@', '.'];

/** Completion and hover of request documents. What they are made of is loaded when one of them is first asked for. */
export function registerRequestAssistance(deps: RequestAssistanceDeps): vscode.Disposable {
  const disposables = new Disposables();
  const assistance = lazy(async () => {
    const [{ RequestAssistance }, knowledge] = await Promise.all([
      import('./requestAssistance'),
      deps.knowledge(),
    ]);
    return disposables.add(new RequestAssistance(deps, knowledge));
  });
  const language = { language: RequestLanguageId };
  disposables.add(
    vscode.languages.registerCompletionItemProvider(
      language,
      {
        provideCompletionItems: async (document, position, token) =>
          (await assistance()).complete(document, position, token),
        resolveCompletionItem: async (item) => (await assistance()).explain(item),
      },
      ...TRIGGERS,
    ),
  );
  disposables.add(
    vscode.languages.registerHoverProvider(language, {
      provideHover: async (document, position) => (await assistance()).hover(document, position),
    }),
  );
  return disposables;
}
