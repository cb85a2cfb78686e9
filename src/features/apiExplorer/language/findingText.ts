import * as vscode from 'vscode';
import type { RequestFinding, Fix } from '../../../api/request/checks/requestFinding';
import { jsonFaultText } from './jsonFaultText';

const { l10n } = vscode;

/** What speaks against a request, in a sentence. Names in it are untrusted. */
export function findingText({ code, name, expected, fault, message }: RequestFinding): string {
  const values = expected.join(', ');
  switch (code) {
    case 'jsonSyntax':
      return jsonFaultText(fault);
    case 'unknownInBody':
      return l10n.t('The variable {0} is not set. The braces are sent as text.', name);
    case 'missingField':
      return l10n.t('The field "{0}" is required by the API description.', name);
    case 'unknownField':
      return l10n.t('The API description has no field "{0}".', name);
    case 'fieldType':
      return l10n.t('The API description expects this type: {0}', values);
    case 'fieldValue':
      return l10n.t('The API description expects one of these values: {0}', values);
    case 'fieldLimit':
      return l10n.t('Does not fit the API description: {0}', message ?? '');
    case 'missingQuery':
      return l10n.t('The query parameter "{0}" is required by the API description.', name);
    case 'unknownQuery':
      return l10n.t('The API description has no query parameter "{0}".', name);
    case 'badQueryValue':
      return l10n.t('"{0}" expects one of these values: {1}', name, values);
    case 'badQueryType':
      return l10n.t('"{0}" expects this type: {1}', name, values);
    case 'otherMethod':
      return l10n.t('The API description has this path only with {0}.', values);
    case 'similarPath':
      return l10n.t('The API description does not have this path. Did you mean {0}?', values);
    case 'goneOperation':
      return l10n.t('The API description changed and no longer has this operation.');
  }
}

/** What a fix does, as the title of its entry. */
export function fixText({ kind, name }: Fix): string {
  switch (kind) {
    case 'useName':
      return l10n.t('Change to "{0}"', name);
    case 'useHost':
      return l10n.t('Replace the Address with "{0}"', name);
    case 'setVariable':
      return l10n.t('Add the Variable "{0}"', name);
    case 'remove':
      return l10n.t('Remove "{0}"', name);
    case 'removeComma':
      return l10n.t('Remove the Comma');
    case 'addComma':
      return l10n.t('Add a Comma');
    case 'addColon':
      return l10n.t('Add a Colon');
    case 'quote':
      return l10n.t('Change to {0}', name);
    case 'addQuery':
      return l10n.t('Add "{0}"', name);
    case 'addFields':
      return name === '' ? l10n.t('Add All Required Fields') : l10n.t('Add the Field "{0}"', name);
    case 'removeField':
      return l10n.t('Remove the Field "{0}"', name);
  }
}
