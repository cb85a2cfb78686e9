import { l10n } from 'vscode';
import type { JsonFaultCode } from '../../../api/request/json/fault';

/** Why a text is not JSON. */
export function jsonFaultText(fault: JsonFaultCode | undefined): string {
  switch (fault) {
    case 'noEnd':
      return l10n.t('The JSON is not complete. A closing bracket is missing.');
    case 'badString':
      return l10n.t('This text has no closing quotation mark in its line.');
    case 'badEscape':
      return l10n.t('This escape sequence is not valid in JSON.');
    case 'singleQuotes':
      return l10n.t('JSON needs double quotation marks.');
    case 'comment':
      return l10n.t('JSON cannot contain comments.');
    case 'badWord':
      return l10n.t('This is not a JSON value. Put text in double quotation marks.');
    case 'noName':
      return l10n.t('A field name in double quotation marks is missing here.');
    case 'noColon':
      return l10n.t('A colon is missing after the field name.');
    case 'noComma':
      return l10n.t('A comma is missing here.');
    case 'noValue':
      return l10n.t('A value is missing here.');
    case 'spareComma':
      return l10n.t('JSON cannot have a comma before a closing bracket.');
    default:
      return l10n.t('This is not valid JSON.');
  }
}
