import { l10n } from 'vscode';
import type { SchemaDifference } from '../../../api/openapi/schema/schemaDifferences';
import type { Redactor } from '../../../support/redact';
import type { ShownResponse } from '../responses/responseDocuments';

/** How many values are not as the description says, and the first of them (R40); empty where all are. */
export function differencesText({ described }: ShownResponse, redactor: Redactor): string {
  const { count = 0, first, more = false } = described?.differences ?? {};
  if (!first) {
    return '';
  }
  const told = redactor.redact(differenceText(first));
  return count === 1
    ? l10n.t('1 difference from the API description: {0}', told)
    : more
      ? l10n.t('More than {0} differences from the API description. First: {1}', count, told)
      : l10n.t('{0} differences from the API description. First: {1}', count, told);
}

/** Names and values are untrusted. */
function differenceText({ path, kind, expected }: SchemaDifference): string {
  const place = path === '' ? l10n.t('the response') : path.slice(0, 200);
  const values = expected.join(', ').slice(0, 200);
  switch (kind) {
    case 'missing':
      return l10n.t('{0} is missing', place);
    case 'unknown':
      return l10n.t('{0} is not described', place);
    case 'type':
      return l10n.t('{0} is not of type {1}', place, values);
    case 'value':
      return l10n.t('{0} is not one of {1}', place, values);
    case 'limit':
      return l10n.t('{0} is outside its limits', place);
  }
}
