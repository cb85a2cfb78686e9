import { isDeepStrictEqual } from 'node:util';
import { l10n } from 'vscode';
import type { ResponseDescription } from '../../../api/openapi/model';
import { formattedCell } from '../markdown/formattedCell';
import { formattedText } from '../markdown/formattedText';
import { blocks, line, truncationNote } from '../markdownSource';
import { contentsMarkdown } from './contentsMarkdown';
import { folded } from './fold';
import type { ObjectSections } from './objectSections';
import { headersMarkdown } from './valueTables';

const MAX_RESPONSES = 60;

/** What comes back, by status; failures that say nothing of this operation are folded into one part below. */
export function responsesMarkdown(
  responses: readonly ResponseDescription[],
  objects: ObjectSections,
): string {
  const all = responses.slice(0, MAX_RESPONSES);
  const isSuccess = all.some(({ status }) => /^[23]/.test(status));
  const common = isSuccess ? all.filter(isCommonFailure) : [];
  const own = all.filter((response) => !common.includes(response));
  return all.length === 0
    ? ''
    : blocks(
        `## ${line(l10n.t('Responses'))}`,
        ...own.map((response, index) => ownMarkdown(response, own.slice(0, index), objects)),
        failuresMarkdown(common, objects),
        responses.length > MAX_RESPONSES ? truncationNote() : '',
      );
}

function ownMarkdown(
  response: ResponseDescription,
  before: readonly ResponseDescription[],
  objects: ObjectSections,
): string {
  const alike = before.find((other) => sameContent(other, response));
  return blocks(
    `### ${line(statusName(response))}`,
    formattedText(response.description ?? '', 3),
    headersMarkdown(response.headers, objects),
    alike
      ? line(l10n.t('Same content as for {0}.', statusName(alike)))
      : contentsMarkdown(response.content, l10n.t('Response {0}', response.status), objects),
  );
}

/** A line for each, and once what several hold. */
function failuresMarkdown(failures: readonly ResponseDescription[], objects: ObjectSections): string {
  if (failures.length === 0) {
    return '';
  }
  const lines = failures.map((failure) => {
    const said = formattedCell(failure.description ?? '');
    return `- **${line(statusName(failure))}**${said === '' ? '' : `: ${said}`}`;
  });
  const contents = failures
    .filter((failure, index) => !failures.slice(0, index).some((other) => sameContent(other, failure)))
    .map(({ content }) => contentsMarkdown(content, l10n.t('Failure'), objects));
  return folded(
    l10n.t('Common failures: {0}', failures.map(statusName).join(', ')),
    blocks(lines.join('\n'), ...contents),
  );
}

/** Of which anybody knows what it means, and of which the description says nothing but that. */
function isCommonFailure({ status, description, headers, shared }: ResponseDescription): boolean {
  const isFailure = /^(?:400|401|403|404|429|5\d\d|[45]XX|default)$/i.test(status);
  return isFailure && headers.length === 0 && (shared || saysNothing(description ?? ''));
}

function saysNothing(description: string): boolean {
  return /^(?:(?:bad request|unauthori[sz]ed|forbidden|not found|too many requests|(?:internal )?server error|bad gateway|service unavailable|gateway timeout|unexpected error|error|failure|failed|client error|default)[ .]{0,3})?$/i.test(
    description.trim(),
  );
}

function statusName({ status }: ResponseDescription): string {
  return status === 'default' ? l10n.t('any other status') : status;
}

/** Every failure of a server tends to have the same body: once is enough to read. */
function sameContent(one: ResponseDescription, other: ResponseDescription): boolean {
  return one.content.length > 0 && isDeepStrictEqual(one.content, other.content);
}
