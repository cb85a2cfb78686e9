import * as vscode from 'vscode';
import type { Problem } from '../../../api/request/parse/problem';
import { visibleText } from '../../../support/visibleText';

const { l10n } = vscode;

/** What is wrong with a request, and what helps, in a sentence. */
export function problemText({ code, facts }: Problem): string {
  const name = visibleText(facts.name ?? '');
  switch (code) {
    case 'tooLarge':
      return l10n.t('This document is too large for requests.');
    case 'import':
      return l10n.t('Imports are not supported: write the request itself.');
    case 'prompt':
      return l10n.t('Prompts are not supported: use a line such as "@name = value".');
    case 'environment':
      return l10n.t('Environments are not supported: the signed-in account decides which server is asked.');
    case 'script':
      return l10n.t('Scripts are not supported, and never run.');
    case 'fileInclude':
    case 'fileOutput':
      return l10n.t('Files cannot be read or written from a request.');
    case 'hostVariable':
      return l10n.t('The host is always that of the signed-in account and cannot be set.');
    case 'badVariable':
      return l10n.t('A variable is a line such as "@name = value".');
    case 'duplicateVariable':
      return l10n.t('The variable {0} is set twice.', name);
    case 'misplacedVariable':
      return l10n.t('Variables stand before the request line.');
    case 'unknownVariable':
      return l10n.t('The variable {0} is not set. Add a line "@{0} = value" at the top.', name);
    case 'systemVariable':
      return l10n.t('This is a variable of other tools, which is not supported.');
    case 'badUse':
      return l10n.t(
        'This is not the name of a variable. Use "{{name}}" with letters, digits, dots and dashes.',
      );
    case 'cyclicVariable':
      return l10n.t('The variable {0} refers to itself.', name);
    case 'deepVariable':
      return l10n.t('The variable {0} refers to too many others.', name);
    case 'longValue':
      return l10n.t('The value of {0} is too long.', name);
    case 'needsValue':
      return l10n.t('{0} has no value yet. Pick it by name, or write it behind "@{0} =".', name);
    default:
      return requestProblemText(code, name);
  }
}

/** Of the request itself. */
function requestProblemText(code: Problem['code'], name: string): string {
  switch (code) {
    case 'unknownMethod':
      return l10n.t('This is not a method. Use GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS or TRACE.');
    case 'noTarget':
      return l10n.t('A request needs a line such as "GET {{host}}/path".');
    case 'notBelowHost':
      return l10n.t(
        'The address must begin with "{{host}}/": requests go to the server of the signed-in account and nowhere else.',
      );
    case 'whitespace':
    case 'invisibleCharacter':
      return l10n.t('An address cannot hold blanks or invisible characters. Percent-encode them.');
    case 'backslash':
      return l10n.t('An address cannot hold a backslash.');
    case 'fragment':
      return l10n.t('A part behind "#" is never sent. Write %23 for the character.');
    case 'dotSegment':
      return l10n.t('"." and ".." would lead to another path.');
    case 'emptySegment':
      return l10n.t('A part of the path is empty.');
    case 'notUtf8':
      return l10n.t('This percent-encoding is not UTF-8.');
    case 'misplacedQuery':
      return l10n.t('The query stands right below the request line.');
    case 'longRequest':
      return l10n.t('The address is too long.');
    case 'badHeader':
      return l10n.t('A header is a line such as "Name: value". A body begins after an empty line.');
    case 'badHeaderName':
      return l10n.t('This cannot be the name of a header.');
    case 'badHeaderValue':
      return l10n.t('The value of a header is printable ASCII.');
    case 'forbiddenHeader':
      return l10n.t('The header {0} cannot be set here: your session and its server decide it.', name);
    case 'bodyNotAllowed':
      return l10n.t('A request with this method has no body.');
    case 'badQuotedBody':
      return l10n.t('After "# @quoted-body" the body is one JSON string.');
    default:
      return l10n.t('This cannot be sent.');
  }
}
