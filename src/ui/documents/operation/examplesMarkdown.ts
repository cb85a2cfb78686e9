import { l10n } from 'vscode';
import type { Content, Operation } from '../../../api/openapi/model';
import { isForm, isJson, preferredContent } from '../../../api/request/mediaTypes';
import { bodySkeleton } from '../../../api/request/write/bodySkeleton';
import { blocks, fence, line } from '../markdownSource';
import { folded } from './fold';

/** A value by a schema; `response` tells whether a server sends it. Takes any value and throws for none. */
export type SampleOf = (schema: unknown, response: boolean) => unknown;

/** What is longer would hide all below it. */
const MAX_LINES = 40;

/** A body to send and what comes back, as they look: the examples that are given, else samples by the schema. */
export function examplesMarkdown({ body, responses }: Operation, sampleOf: SampleOf): string {
  const sent = preferredContent(body?.content ?? []);
  const success = responses.find(({ status, content }) => status.startsWith('2') && content.length > 0);
  const received = preferredContent(success?.content ?? []);
  const examples = [
    sent === undefined ? '' : exampleOf(l10n.t('Example request body'), sent, sampleOf(sent.schema, false)),
    received === undefined
      ? ''
      : exampleOf(l10n.t('Example response'), received, sampleOf(received.schema, true)),
  ].filter((example) => example !== '');
  return examples.length === 0 ? '' : blocks(`## ${line(l10n.t('Examples'))}`, ...examples);
}

function exampleOf(title: string, content: Content, sample: unknown): string {
  const value = content.example ?? sample;
  if (!saysAnything(value)) {
    return '';
  }
  const shown = fence(shownOf(content, value));
  const lines = shown.split('\n').length - 2;
  return lines > MAX_LINES
    ? folded(l10n.t('{0} ({1} lines)', title, lines), shown)
    : blocks(line(l10n.t('{0}:', title)), shown);
}

/** JSON as JSON, a form as it is sent, what else is given as it stands. */
function shownOf(content: Content, value: unknown): unknown {
  if (isJson(content.mediaType) && typeof value !== 'string') {
    return value;
  }
  return isForm(content.mediaType) || typeof value === 'string' ? bodySkeleton(content, value).text : value;
}

/** A sample of a schema that says nothing of itself is no example. */
function saysAnything(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.values(value).some((inner) => inner !== null)
    : value !== undefined && value !== null && value !== '';
}
