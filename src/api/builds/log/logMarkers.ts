import { toMoment } from '../../../support/moment';

/** What a line is by a marker in it (api/README 11.4). */
export type LineKind = 'section' | 'error' | 'warning' | 'command';

/** A marker of a section. `isStep` for what says so; `name` is empty where it has none. Untrusted text. */
export interface SectionMarker {
  readonly kind: 'begin' | 'end';
  readonly name: string;
  readonly isStep: boolean;
  /** Milliseconds since 1970, where it tells. */
  readonly time: number | undefined;
}

const MAX_NAME_LENGTH = 200;

const opening = '@@[';

/** A marker that a line begins with, behind a time at most: a script that is printed has it further back. */
const lineMarker = /^[\s\d:.,/TZ+()[\]-]{0,48}@@\[(error|warning|command)\]/i;

const sectionMarker = /@@\[section:(begin|end)\]/gi;

/** What says that a section is a step, or what comes before the first. */
const stepForm = /Step (?:started|completed)(?![^\s:]):?|Starting workflow/i;

/** As steps write it, in UTC, and as anything else does. */
const stepTime = /(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)/;
const isoTime = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/;

/** What a line is; undefined for most. */
export function lineKindOf(text: string): LineKind | undefined {
  if (!text.includes(opening)) {
    return undefined;
  }
  const kind = lineMarker.exec(text)?.[1]?.toLowerCase() as LineKind | undefined;
  return kind ?? (text.search(sectionMarker) >= 0 ? 'section' : undefined);
}

/** What a line says, without the marker that it begins with. */
export function messageOfLine(text: string): string {
  return text.replace(lineMarker, '').trim();
}

/** The markers of sections in a line, wherever they stand: an output without a line feed at its end stands before one. */
export function sectionMarkersIn(text: string): SectionMarker[] {
  const found = [...text.matchAll(sectionMarker)];
  return found.map((match, index) => {
    const said = text.slice(match.index + match[0].length, found[index + 1]?.index);
    return readMarker(match[1]?.toLowerCase() === 'begin' ? 'begin' : 'end', said.trim());
  });
}

function readMarker(kind: SectionMarker['kind'], said: string): SectionMarker {
  const form = stepForm.exec(said.slice(0, MAX_NAME_LENGTH));
  const rest = form ? said.slice(form.index + form[0].length) : said;
  const name = form && /^Starting/i.test(form[0]) ? form[0] : withoutTime(rest.split(/, Ver:/i, 1).join(''));
  return { kind, name: name.slice(0, MAX_NAME_LENGTH), isStep: form !== null, time: timeIn(said) };
}

function withoutTime(text: string): string {
  return text.replace(stepTime, '').replace(isoTime, '').trim();
}

function timeIn(text: string): number | undefined {
  const [, ...parts] = stepTime.exec(text) ?? [];
  if (parts.length > 0) {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
    return month > 12 || day > 31
      ? undefined
      : toMoment(Date.UTC(year, month - 1, day, hour, minute, second));
  }
  const iso = isoTime.exec(text)?.[0].replace(' ', 'T').replace(',', '.');
  return iso === undefined
    ? undefined
    : toMoment(Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`));
}
