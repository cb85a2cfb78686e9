import * as vscode from 'vscode';
import { valueLabels } from '../../../api/openapi/labels/labelsOf';
import type { OperationSummary } from '../../../api/openapi/model';
import type { Shape } from '../../../api/openapi/schema/schema';
import { schemaRowOf } from '../../../api/openapi/schema/schemaRow';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import { factTexts } from '../../../ui/documents/operation/factTexts';

const MAX_LABELS = 30;

/** A parameter, a header or a field. All texts are the server's. */
export interface ExplainedValue {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  readonly deprecated?: boolean;
  /** What goes before the description of its schema. */
  readonly description?: string | undefined;
  /** What is written there, to say what it means. */
  readonly written?: unknown;
}

/** What a value is: its type, text and limits, and what its numbers mean. */
export function valueMarkdown(value: ExplainedValue): vscode.MarkdownString {
  const { name, shape, required, written } = value;
  const row = schemaRowOf(shape, required);
  const description = value.description ?? row.description;
  // Of a list the numbers in it are told.
  const items = shape.items();
  const single = items.length > 0 ? shape.shape(...items) : shape;
  const labels = valueLabels(single, name, description).slice(0, MAX_LABELS);
  const meant = labels.find((one) => String(one.value) === String(written));
  const markdown = new SafeMarkdown().heading(
    meant ? vscode.l10n.t('{0}: {1} is {2}', name, String(meant.value), meant.label) : name,
  );
  if (description !== undefined) {
    markdown.paragraph(description);
  }
  markdown.fact(vscode.l10n.t('Type'), typeText(row.type, required));
  if (value.deprecated ?? row.deprecated) {
    markdown.paragraph(vscode.l10n.t('Deprecated. It may be removed in a later version of the API.'));
  }
  for (const { value: one, label } of labels) {
    markdown.fact(String(one), label);
  }
  const notes = factTexts(row.facts)
    .filter((note) => note !== '')
    .join(' ');
  return (notes === '' ? markdown : markdown.paragraph(notes)).value;
}

/** `integer, required`: beside the name of a parameter or field. */
export function typeText(type: string, required: boolean): string {
  return required ? vscode.l10n.t('{0}, required', type) : type;
}

/** What an operation does, for a row in a list or a word in a document. */
export function operationSummaryMarkdown(
  { method, path, summary, deprecated, tags }: OperationSummary,
  description: string | undefined,
): vscode.MarkdownString {
  const markdown = new SafeMarkdown().heading(summary ?? `${method} ${path}`);
  if (summary !== undefined) {
    markdown.paragraph(`${method} ${path}`);
  }
  if (deprecated) {
    markdown.paragraph(vscode.l10n.t('Deprecated. It may be removed in a later version of the API.'));
  }
  if (description !== undefined && description.trim() !== summary?.trim()) {
    markdown.paragraph(description);
  }
  markdown.fact(vscode.l10n.t('Tags'), tags.slice(0, 5).join(', '));
  return markdown.value;
}
