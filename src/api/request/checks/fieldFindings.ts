import type { JsonProblem } from '../json/jsonProblem';
import { JsonPlaces, valueAt } from '../json/objectPlaces';
import type { Span } from '../parse/problem';
import type { TextReplacement } from '../write/setVariable';
import { replacing } from './bodyFindings';
import type { Fix, RequestFinding } from './requestFinding';
import { similarNames } from './similar';

/** Values that are offered, and named in a sentence. */
const MAX_VALUES_OFFERED = 6;
const MAX_VALUES_NAMED = 12;

/**
 * What the schema of a body says against it, where that is its problems' own places. The sample has a value for each
 * field that is missing. Wrong syntax is none of it.
 */
export function fieldFindings(
  text: string,
  body: Span,
  problems: readonly JsonProblem[],
  sample: unknown,
): RequestFinding[] {
  const fixer = new FieldFixer(text, body, problems, sample);
  const findings = problems.flatMap((problem) => fixer.findingOf(problem));
  // A field that is missing and mistyped is told once.
  const missing = new Set(findings.flatMap(({ code, start }) => (code === 'missingField' ? [start] : [])));
  return findings.filter(({ code, start }) => code !== 'unknownField' || !missing.has(start));
}

class FieldFixer {
  private readonly places: JsonPlaces;

  constructor(
    private readonly text: string,
    private readonly body: Span,
    private readonly problems: readonly JsonProblem[],
    private readonly sample: unknown,
  ) {
    this.places = new JsonPlaces(text, body);
  }

  findingOf(problem: JsonProblem): RequestFinding[] {
    const place = { start: this.body.start + problem.start, end: this.body.start + problem.end };
    const finding = (found: Pick<RequestFinding, 'code'> & Partial<RequestFinding>): RequestFinding[] => [
      { name: '', expected: [], fixes: [], ...place, ...found },
    ];
    switch (problem.kind) {
      case 'syntax':
        return [];
      case 'unknownField':
        return finding({ code: 'unknownField', name: problem.field, fixes: this.ofUnknown(problem, place) });
      case 'missingField':
        return finding({ code: 'missingField', name: problem.field, ...this.ofMissing(problem) });
      case 'type':
        return finding({
          code: 'fieldType',
          expected: problem.types,
          fixes: this.ofType(problem.types, place),
        });
      case 'value': {
        const texts = problem.values.map((value) => JSON.stringify(value));
        return finding({
          code: 'fieldValue',
          expected: texts.slice(0, MAX_VALUES_NAMED),
          fixes: this.ofValue(texts, place),
        });
      }
      case 'limit':
        return finding({ code: 'fieldLimit', message: problem.message });
    }
  }

  private ofUnknown({ field, known }: Extract<JsonProblem, { kind: 'unknownField' }>, place: Span): Fix[] {
    const whole = this.places.fieldAt(place.start);
    const removal: Fix[] = whole
      ? [{ kind: 'removeField', name: field, edits: [{ ...whole, text: '' }] }]
      : [];
    return [
      ...similarNames(field, known).map((name) => replacing(place, name, JSON.stringify(name))),
      ...removal,
    ];
  }

  /** Where another field is called nearly so, that is the place: descriptions that allow any field say no more of it. */
  private ofMissing({
    field,
    object,
  }: Extract<JsonProblem, { kind: 'missingField' }>): Partial<RequestFinding> {
    const one = this.adding(object, [field]);
    const fields = this.problems.flatMap((other) =>
      other.kind === 'missingField' && other.object === object ? [other.field] : [],
    );
    const all = fields.length > 1 ? this.adding(object, fields) : undefined;
    const written = this.places.namesIn(this.body.start + object);
    const [similar] = similarNames(
      field,
      written.map(({ name }) => name),
    );
    const mistyped = written.find(({ name }) => name === similar);
    return {
      ...(mistyped && { start: mistyped.start, end: mistyped.end }),
      fixes: [
        ...(mistyped ? [replacing(mistyped, field, JSON.stringify(field))] : []),
        ...(all ? [{ kind: 'addFields' as const, name: '', edits: [all] }] : []),
        ...(one ? [{ kind: 'addFields' as const, name: field, edits: [one] }] : []),
      ],
    };
  }

  /** Fields at the beginning of an object, laid out as what is in it. */
  private adding(object: number, fields: readonly string[]): TextReplacement | undefined {
    const start = this.body.start + object;
    const inside = this.places.insideOf(start);
    const path = this.places.pathOf(start);
    if (!inside || !path) {
      return undefined;
    }
    const example = valueAt(this.sample, path);
    const lines = fields.map((field) => {
      const value = valueAt(example, [field]);
      return `${JSON.stringify(field)}: ${JSON.stringify(value ?? '').replaceAll('{{', '{\\u007b')}`;
    });
    const { blanks, isEmpty } = inside;
    return isEmpty
      ? { start: start + 1, end: start + 1 + blanks.length, text: ` ${lines.join(', ')} ` }
      : { start: start + 1, end: start + 1, text: lines.map((line) => `${blanks}${line},`).join('') };
  }

  private ofType(types: readonly string[], place: Span): Fix[] {
    const written = this.text.slice(place.start, place.end);
    if (types.includes('string') && /^(?:-?[\d.]+|true|false)$/.test(written)) {
      return [replacing(place, JSON.stringify(written))];
    }
    const inner = /^"(-?\d{1,15}|-?\d{1,15}\.\d{1,15}|true|false)"$/.exec(written)?.[1];
    const type = inner === 'true' || inner === 'false' ? /^boolean$/ : /^(?:number|integer)$/;
    return inner !== undefined && types.some((one) => type.test(one)) && isJson(inner)
      ? [replacing(place, inner)]
      : [];
  }

  private ofValue(texts: readonly string[], place: Span): Fix[] {
    const written = this.text.slice(place.start, place.end);
    const similar = similarNames(written, texts);
    const offered = texts.length <= MAX_VALUES_OFFERED ? [...new Set([...similar, ...texts])] : similar;
    return offered.map((value) => replacing(place, value));
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
