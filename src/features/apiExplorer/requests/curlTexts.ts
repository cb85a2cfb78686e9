import * as vscode from 'vscode';
import type { CurlComments } from '../../../api/request/curl/curlDocument';
import type { CurlRefusal } from '../../../api/request/curl/curlRequest';

const { l10n } = vscode;

/** Why a text becomes no request, and what helps, in a sentence. `host` is that of the account. */
export function curlRefusalText(refusal: CurlRefusal, host: string): string {
  switch (refusal.kind) {
    case 'notCurl':
      return l10n.t(
        'This is not a cURL command. It must begin with "curl", or with "Invoke-WebRequest" of PowerShell.',
      );
    case 'tooLong':
      return l10n.t('This command is too long. Paste a shorter one, and add the rest to the request.');
    case 'unfinished':
      return l10n.t('This command is incomplete. A quotation mark or parenthesis is missing.');
    case 'noAddress':
      return l10n.t('This command has no address. Add one below {0}.', host);
    case 'badAddress':
      return l10n.t('This command has no valid address. Use one below {0}.', host);
    case 'otherHost':
      return l10n.t('This command is for {0}. Requests only go to {1}.', refusal.host, host);
    case 'variableHost':
      return l10n.t('The address begins with {0}. Replace it with "{{host}}".', refusal.host);
    case 'otherPath':
      return l10n.t('The address must be below {0}.', refusal.host);
    case 'unknownMethod':
      return l10n.t(
        '{0} is not a method that can be sent. Use one such as GET, POST, PUT, PATCH, or DELETE.',
        refusal.method,
      );
  }
}

/** What stands in the new document about what is not in it. */
export const curlComments: CurlComments = {
  credentials: (names) => l10n.t('Skipped because they may hold credentials: {0}', names),
  headers: (names) => l10n.t('Skipped because they cannot be sent from here: {0}', names),
  files: (names) => l10n.t('Files are not read. Add their contents yourself: {0}', names),
  get withoutBody() {
    return l10n.t('The command has a body, which this method does not allow.');
  },
  get hasMore() {
    return l10n.t('The command sends more requests. This is the first.');
  },
};
