import { blocks, line } from '../../../ui/documents/markdownSource';

/** What is known of something: a label and its value, which is text. What has no value is left out. */
export type Facts = readonly (readonly [label: string, value: string | undefined])[];

/** Facts as a list in Markdown. */
export function facts(known: Facts): string {
  return known.flatMap(([label, value]) => (value ? [fact(label, line(value))] : [])).join('\n');
}

/** One fact, whose value is Markdown already. */
export function fact(label: string, markdown: string): string {
  return `- **${line(label)}:** ${markdown}`;
}

/** A list under its heading; nothing where the list has nothing in it. */
export function section(title: string, list: string): string {
  return list === '' ? '' : blocks(`## ${line(title)}`, list);
}
