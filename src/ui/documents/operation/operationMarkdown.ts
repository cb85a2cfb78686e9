import { l10n } from 'vscode';
import type { Body, Operation } from '../../../api/openapi/model';
import { formattedText } from '../markdown/formattedText';
import { blocks, code, documentationLink, line } from '../markdownSource';
import { contentsMarkdown } from './contentsMarkdown';
import { examplesMarkdown, type SampleOf } from './examplesMarkdown';
import { ObjectSections, type PageObjects } from './objectSections';
import { responsesMarkdown } from './responsesMarkdown';
import { parametersMarkdown } from './valueTables';

/** How the schemas of the description are read; all take any value and throw for none. */
export interface PageSchemas {
  objects: PageObjects;
  sampleOf: SampleOf;
}

const MAX_RIGHTS = 40;

/**
 * The documentation of an operation, for the editor's Markdown preview (rule 18), called by `title`. How a call looks
 * comes first, then what there is to know of it; objects are below, each once.
 */
export function operationMarkdown(operation: Operation, title: string, schemas: PageSchemas): string {
  const { method, path, summary, description, documentation } = operation;
  const objects = new ObjectSections(schemas.objects);
  return `${blocks(
    code(`${method} ${path}`),
    `# ${line(title)}`,
    operation.deprecated
      ? `**${line(l10n.t('Deprecated. It may be removed in a later version of the API.'))}**`
      : '',
    // Many descriptions say the same twice.
    description === undefined || description.trim() === summary?.trim() ? '' : formattedText(description, 1),
    documentation === undefined ? '' : documentationLink(documentation),
    rightsMarkdown(operation.rights),
    examplesMarkdown(operation, schemas.sampleOf),
    parametersMarkdown(operation.parameters, objects),
    bodyMarkdown(operation.body, objects),
    responsesMarkdown(operation.responses, objects),
    objects.rest(),
  )}\n`;
}

/** One is a line; of several each is enough. */
function rightsMarkdown(rights: readonly string[]): string {
  const [first, ...others] = rights.slice(0, MAX_RIGHTS).map((right) => line(rightText(right)));
  const label = `**${line(l10n.t('Permissions:'))}**`;
  return first === undefined
    ? ''
    : others.length === 0
      ? `${label} ${first}`
      : blocks(label, [first, ...others].map((right) => `- ${right}`).join('\n'));
}

/** Of roles one is enough, other than of permissions. */
function rightText(right: string): string {
  const roles = /^(?:required-)?roles: (.+)$/.exec(right)?.[1];
  return roles === undefined ? right : l10n.t('one of the roles {0}', roles);
}

function bodyMarkdown(body: Body | undefined, objects: ObjectSections): string {
  return body === undefined
    ? ''
    : blocks(
        `## ${line(body.required ? l10n.t('Body (required)') : l10n.t('Body (optional)'))}`,
        formattedText(body.description ?? '', 2),
        contentsMarkdown(body.content, l10n.t('Body'), objects),
      );
}
