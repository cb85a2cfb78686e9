import type { Span } from '../parse/problem';
import type { Fix } from './requestFinding';

/** `{{host}}` in the place of the address of the account's own server; undefined for any other address. */
export function hostFix(text: string, target: Span, base: string): Fix | undefined {
  const written = text.slice(target.start, target.end);
  const found = spellings(base).find(
    (spelling) =>
      written.slice(0, spelling.length).toLowerCase() === spelling.toLowerCase() &&
      /^(?:[/?]|$)/.test(written.slice(spelling.length)),
  );
  if (found === undefined) {
    return undefined;
  }
  const end = target.start + found.length;
  // What stands for the server is a host only before a slash.
  const host = text[end] === '/' && end < target.end ? '{{host}}' : '{{host}}/';
  return { kind: 'useHost', name: '{{host}}', edits: [{ start: target.start, end, text: host }] };
}

/** An address without a slash at its end, with the port that it has anyway, and without its scheme. */
function spellings(base: string): string[] {
  if (!URL.canParse(base)) {
    return [];
  }
  const { protocol, host, hostname, port, pathname } = new URL(base);
  const path = pathname.replace(/\/$/, '');
  const usual = protocol === 'https:' ? '443' : '80';
  return [
    `${protocol}//${host}${path}`,
    ...(port === '' ? [`${protocol}//${hostname}:${usual}${path}`] : []),
    `//${host}${path}`,
    `${host}${path}`,
  ];
}
