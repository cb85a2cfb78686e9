import * as vscode from 'vscode';
import type { Problem } from '../../../api/request/parse/problem';

const { l10n } = vscode;

/** What is wrong with a request, and what helps, in a sentence. */
export function problemText({ code, facts }: Problem): string {
  const name = facts.name ?? '';
  switch (code) {
    case 'tooLarge':
      return l10n.t('This document is too large.');
    case 'import':
      return l10n.t('Imports are not supported. Write the request here.');
    case 'prompt':
      return l10n.t('Prompts are not supported. Use a line such as "@name = value".');
    case 'environment':
      return l10n.t('Environments are not supported. Requests go to the server of the signed-in account.');
    case 'script':
      return l10n.t('Scripts are not supported and never run.');
    case 'fileInclude':
      return l10n.t('A file must be the whole body, or the whole body of a part: "< ./path".');
    case 'badFilePath':
      return l10n.t('Write a path below the workspace folder, with "/" and without variables: "< ./path".');
    case 'fileNotTaken':
      return l10n.t('A body from a file can only be sent, or copied as cURL.');
    case 'fileOutput':
      return l10n.t('A request cannot write files.');
    case 'hostVariable':
      return l10n.t('The host cannot be set. Requests go to the server of the signed-in account.');
    case 'badVariable':
      return l10n.t('Write a variable as "@name = value".');
    case 'duplicateVariable':
      return l10n.t('The variable {0} is set twice.', name);
    case 'misplacedVariable':
      return l10n.t('Put variables before the request line.');
    case 'unknownVariable':
      return l10n.t('The variable {0} is not set. You are asked for it when you send the request.', name);
    case 'systemVariable':
      return l10n.t('This variable belongs to another tool and is not supported.');
    case 'badUse':
      return l10n.t('This is not a variable name. Use "{{name}}" with letters, digits, dots, and dashes.');
    case 'cyclicVariable':
      return l10n.t('The variable {0} refers to itself.', name);
    case 'deepVariable':
      return l10n.t('The variable {0} refers to too many other variables.', name);
    case 'longValue':
      return l10n.t('The value of {0} is too long.', name);
    case 'needsValue':
      return l10n.t('{0} has no value yet. Pick it by name, or enter it when you send the request.', name);
    default:
      return referenceProblemText(code, name) ?? requestProblemText(code, name);
  }
}

/** Of what reads the response of another request. Undefined for what is wrong elsewhere. */
function referenceProblemText(code: Problem['code'], name: string): string | undefined {
  switch (code) {
    case 'badReference':
      return l10n.t('Write a value of a response as "{0}", "{1}", or "{2}".', ...referenceForms(name));
    case 'unknownRequest':
      return l10n.t('No request is named {0}. Add the line "# @name {0}" above its request line.', name);
    case 'duplicateName':
      return l10n.t('Two requests are named {0}.', name);
    case 'needsResponse':
      return l10n.t('This needs the response of {0}, which can change data. Send {0} first.', name);
    case 'cyclicRequest':
      return l10n.t('{0} needs its own response.', name);
    case 'deepRequest':
      return l10n.t('{0} needs too many other requests.', name);
    case 'badPath':
      return l10n.t('This is not a valid JSONPath. Use a path such as "$.data[0].id".');
    case 'heavyPath':
      return l10n.t('This JSONPath takes too long for the response of {0}. Use a simpler one.', name);
    case 'notJson':
      return l10n.t('The last response of {0} is not JSON.', name);
    case 'noSuchValue':
      return l10n.t('The last response of {0} has no such value.', name);
    case 'severalValues':
      return l10n.t('The last response of {0} has several such values. The path must lead to one.', name);
    case 'severalLines':
      return l10n.t('The value of {0} has more than one line and cannot be part of a multipart body.', name);
    default:
      return undefined;
  }
}

function referenceForms(name: string): string[] {
  return ['body.$.id', 'headers.Name', 'status'].map((part) => `{{${name}.response.${part}}}`);
}

/** Of the request itself. */
function requestProblemText(code: Problem['code'], name: string): string {
  switch (code) {
    case 'unknownMethod':
      return l10n.t('This is not a method. Use GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, or TRACE.');
    case 'noTarget':
      return l10n.t('Write a request line such as "GET {{host}}/path".');
    case 'notBelowHost':
      return l10n.t(
        'The address must begin with "{{host}}/". Requests only go to the server of the signed-in account.',
      );
    case 'whitespace':
    case 'invisibleCharacter':
      return l10n.t('An address cannot contain spaces or invisible characters. Percent-encode them.');
    case 'backslash':
      return l10n.t('An address cannot contain a backslash.');
    case 'fragment':
      return l10n.t('The part after "#" is never sent. For the character itself, write %23.');
    case 'dotSegment':
      return l10n.t('"." and ".." would change the path.');
    case 'emptySegment':
      return l10n.t('The path has an empty segment.');
    case 'notUtf8':
      return l10n.t('This percent-encoding is not valid UTF-8.');
    case 'misplacedQuery':
      return l10n.t('Put the query directly below the request line.');
    case 'longRequest':
      return l10n.t('The address is too long.');
    case 'badHeader':
      return l10n.t('Write a header as "Name: value". A body begins after an empty line.');
    case 'badHeaderName':
      return l10n.t('This is not a valid header name.');
    case 'badHeaderValue':
      return l10n.t('A header value can only contain printable ASCII characters.');
    case 'forbiddenHeader':
      return l10n.t('The header {0} cannot be set here. It comes from your session.', name);
    case 'bodyNotAllowed':
      return l10n.t('A request with this method cannot have a body.');
    case 'badQuotedBody':
      return l10n.t('After "# @quoted-body", the body must be one JSON string.');
    default:
      return l10n.t('This cannot be sent.');
  }
}
