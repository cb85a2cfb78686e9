import { l10n } from 'vscode';
import { filterJson, type FilterProblem } from '../../../api/response/filter/filterJson';
import { checkPath } from '../../../api/response/jsonPath';
import { revealJson } from '../../../api/response/presentJson';
import { askText, type ValidationMessage } from '../../../ui/dialogs/askText';
import { bodyTextOf } from '../responses/bodyText';
import type { ResponseDocuments, ShownResponse } from '../responses/responseDocuments';
import type { RememberedViews } from './rememberedViews';
import type { ResponseFilter } from '../responses/responseNotes';

/** Characters of JSON in which values are counted while somebody types: some milliseconds. */
const MAX_COUNTED = 256 * 1024;

/**
 * Asks for a JSONPath and shows what it leaves of a response, masked as all of it is; nothing typed shows all again. What
 * was used last with its operation is proposed (R35).
 */
export async function filterResponse(
  responses: ResponseDocuments,
  views: RememberedViews,
  shown: ShownResponse,
): Promise<void> {
  const { redactor } = responses;
  const text = bodyTextOf(shown, redactor);
  const path = await askText<string>({
    title: l10n.t('Appcircle: Filter API Response'),
    prompt: l10n.t('Enter a JSONPath. Leave empty to show the complete response.'),
    placeholder: l10n.t('For example, $.data[*].name'),
    value: shown.filter?.path ?? views.of(shown).filter ?? '',
    validate: (typed) => validatePath(typed.trim(), text),
    accept: (typed) => {
      const problem = problemIn(filterJson(text, typed.trim()));
      return Promise.resolve(
        typed.trim() === '' || !problem ? { done: typed.trim() } : { refused: filterProblemText(problem) },
      );
    },
  });
  // It may have been forgotten while the box was open.
  if (path === undefined || responses.of(shown.uri) === undefined) {
    return;
  }
  responses.filter(shown, path === '' ? undefined : filterOf(shown, path, text));
  if (path !== '') {
    await views.keep(shown, { filter: path });
  }
}

function filterOf(shown: ShownResponse, path: string, text: string): ResponseFilter {
  const filtered = filterJson(text, path);
  const { count, more } = 'problem' in filtered ? { count: 0, more: false } : filtered;
  return { path, count, more, text: (redactor) => filteredText(bodyTextOf(shown, redactor), path) };
}

/** The values that a path finds, laid out as a response is. */
function filteredText(text: string, path: string): string {
  const filtered = filterJson(text, path);
  return 'problem' in filtered ? `${filterProblemText(filtered.problem)}\n` : revealJson(filtered.text).text;
}

function validatePath(path: string, text: string): ValidationMessage | undefined {
  if (path === '') {
    return undefined;
  }
  if (text.length > MAX_COUNTED) {
    const problem = checkPath(path, text.length);
    return problem && { text: filterProblemText(problem), severity: 'error' };
  }
  const filtered = filterJson(text, path);
  return 'problem' in filtered
    ? { text: filterProblemText(filtered.problem), severity: 'error' }
    : { text: countText(filtered.count), severity: 'info' };
}

function problemIn(filtered: ReturnType<typeof filterJson>): FilterProblem | undefined {
  return 'problem' in filtered ? filtered.problem : undefined;
}

function countText(count: number): string {
  return count === 1 ? l10n.t('1 value') : l10n.t('{0} values', count);
}

function filterProblemText(problem: FilterProblem): string {
  switch (problem) {
    case 'badPath':
      return l10n.t('This is not a valid JSONPath. Use a path such as "$.data[0].id".');
    case 'heavyPath':
      return l10n.t('This JSONPath takes too long for this response. Use a simpler one.');
    case 'notJson':
      return l10n.t('This response is not complete JSON and cannot be filtered.');
  }
}
