import { l10n } from 'vscode';
import { blocks, line, table } from './markdownSource';

/** What is known of something: a label and its value, which is text. What has no value is left out. */
export type Facts = readonly (readonly [label: string, value: string | undefined])[];

/** Facts as a table in Markdown. */
export function facts(known: Facts): string {
  return factTable(known.flatMap(([label, value]) => (value ? [[label, line(value)] as const] : [])));
}

/** The same of values that are Markdown already. A screen reader says the head with each value: none is empty. */
export function factTable(known: readonly (readonly [label: string, markdown: string])[]): string {
  return table(
    [l10n.t('Property'), l10n.t('Value')],
    known.map(([label, markdown]) => [`**${line(label)}**`, markdown]),
  );
}

/** Something under its heading; nothing where there is nothing of it. */
export function section(title: string, list: string): string {
  return list === '' ? '' : blocks(`## ${line(title)}`, list);
}
