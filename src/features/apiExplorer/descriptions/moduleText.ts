import { l10n } from 'vscode';
import { isFailure } from '../../../api/failure';
import type { DescriptionChanges } from '../../../api/openapi/read/descriptionChanges';
import type { OperationSummary } from '../../../api/openapi/model';
import { UnusableDescription } from '../../../api/openapi/read/unusableDescription';
import { timeOfDay } from '../../../ui/text/dates';
import { failureText } from '../../../ui/failures/failureText';
import type { ListNotice } from './descriptions';
import { ForeignDescriptionError } from './foreignDescriptionError';

/** Operations that a tooltip names of each kind. */
const MAX_NAMED = 5;

/** Why a description cannot be shown, in a sentence. */
export function moduleProblemText(error: unknown): string {
  if (isFailure(error)) {
    return failureText(error).sentence;
  }
  if (error instanceof ForeignDescriptionError) {
    return l10n.t(
      'This description is on another server ({0}) and was not loaded. To load it, set {1}.',
      error.host,
      'appcircle.api.description',
    );
  }
  if (error instanceof UnusableDescription) {
    return unusableText(error);
  }
  // A file that is gone or cannot be read.
  return error instanceof Error ? error.message : l10n.t('This description cannot be read.');
}

function unusableText({ reason, facts }: UnusableDescription): string {
  switch (reason) {
    case 'tooLarge':
      return l10n.t('This description is too large to show.');
    case 'tooDeep':
    case 'tooManyAliases':
      return l10n.t('This description is too deeply nested to show.');
    case 'unreadable':
      return facts.line === undefined
        ? l10n.t('This is neither JSON nor YAML.')
        : l10n.t('This is neither JSON nor YAML. Line {0} cannot be read.', facts.line);
    case 'notAnObject':
    case 'notOpenApi':
      return l10n.t('This is not an OpenAPI 3 or Swagger 2.0 description.');
  }
}

/** How many operations of a description came, went and changed: `2 new, 1 removed` (R40). */
export function changesText({ added, removed, changed }: DescriptionChanges): string {
  const counts = [
    added.length > 0 ? l10n.t('{0} new', added.length) : '',
    removed.length > 0 ? l10n.t('{0} removed', removed.length) : '',
    changed.length > 0 ? l10n.t('{0} changed', changed.length) : '',
  ];
  return counts.filter((count) => count !== '').join(', ');
}

/** The same with the first operations of each kind, a line each. */
export function changesDetail({ added, removed, changed }: DescriptionChanges): string {
  return [
    changesOf(added, (calls) => l10n.t('New: {0}', calls)),
    changesOf(removed, (calls) => l10n.t('Removed: {0}', calls)),
    changesOf(changed, (calls) => l10n.t('Changed: {0}', calls)),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function changesOf(operations: readonly OperationSummary[], sentence: (calls: string) => string): string {
  const shown = operations.slice(0, MAX_NAMED).map(({ method, path }) => `${method} ${path}`);
  const more = operations.length > shown.length ? ['…'] : [];
  return shown.length === 0 ? '' : sentence([...shown, ...more].join(', '));
}

/** What is said above the tree of the list as a whole. */
export function listNoticeText({ kind, host, since }: ListNotice): string {
  switch (kind) {
    case 'ownDescription':
      return l10n.t(
        '{0} does not publish an API description. The list shows what is publicly known and may differ.',
        host,
      );
    case 'noDocuments':
      return l10n.t(
        'The API page of {0} has no readable description. The list shows what is publicly known and may differ.',
        host,
      );
    case 'badSetting':
      return l10n.t(
        'The {0} setting is not an address. The list comes from {1}.',
        'appcircle.api.description',
        host,
      );
    case 'stale':
      return l10n.t(
        '{0} cannot be reached. This is its API as of {1}.',
        host,
        timeOfDay(since ?? Date.now()),
      );
  }
}
