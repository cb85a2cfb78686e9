import type { Operation, Parameter } from '../../openapi/model';
import { writeBody, type TextBody } from '../bodies';
import { encodePathText, encodeValue } from '../encoding';
import { isHeaderValue } from '../headers';
import { acceptOf, mayHaveBody } from '../mediaTypes';
import { headerParameters, sentValue, unsentParameters, valueOf, type ParameterValue } from '../parameters';
import { oneLine } from '../parse/quoting';
import { documentPair, queryPairs, singleValue } from '../queryPairs';
import { pathPrefix } from './pathPrefix';
import type { Inputs } from './requestOf';
import { variableLine } from './setVariable';
import { templateParameters, templateSegments } from '../template';
import { VariableNames } from './variableNames';

/** The sentences of the comments, which the caller translates. What they are given may be any text of a server. */
export interface RequestComments {
  /** What one needs to be allowed to send it. */
  requirements(rights: string): string;
  /** Which cookies and headers it takes that are not written, since they cannot be sent. */
  leftOut(names: string): string;
  /** That it is sent without the body that its description names. */
  withoutBody: string;
}

export interface WriteOptions extends Inputs {
  readonly comments: RequestComments;
  /** Which parameters of the query are blank variables, whatever else is given for them. */
  readonly asVariable?: (parameter: Parameter) => boolean;
}

/** Longer samples would bury the request. */
const MAX_SAMPLE_LENGTH = 200;

/**
 * The document of an operation: its ids as variables, what is required, what is optional commented out, and the body.
 * Whatever the description says, only what is meant to be one becomes a request, a header or a variable.
 */
export function writeRequest(operation: Operation, options: WriteOptions): string {
  return new RequestWriter(operation, options).write();
}

class RequestWriter {
  private readonly names = new VariableNames();
  /** Their lines, in the order in which they are needed. */
  private readonly variables: string[] = [];

  constructor(
    private readonly operation: Operation,
    private readonly options: WriteOptions,
  ) {}

  write(): string {
    const { method, summary, id, path } = this.operation;
    const body = mayHaveBody(method) ? this.options.body : undefined;
    const request = [
      `### ${oneLine(summary ?? id ?? `${method} ${path}`)}`,
      ...commentLines(this.operation, this.options),
      `${method} {{host}}${this.path()}`,
      ...queryLines(this.operation, this.options, (parameter) => this.queryVariable(parameter)),
      ...headerParameters(this.operation).map((parameter) => this.parameterLine(parameter)),
      this.headerLine('Accept', acceptOf(this.operation)),
      ...(body ? [this.headerLine('Content-Type', body.mediaType), ...bodyLines(body)] : []),
    ];
    const variables = this.variables.length > 0 ? [...this.variables, ''] : [];
    return [...variables, ...request, ''].join('\n');
  }

  private path(): string {
    for (const id of templateParameters(this.operation.path)) {
      this.declare(this.nameOfId(id), this.idValue(id));
    }
    const segments = templateSegments(this.operation.path).map((parts) =>
      parts.map((part) =>
        'text' in part
          ? encodePathText(part.text)
          : `${pathPrefix(this.idParameter(part.parameter))}{{${this.nameOfId(part.parameter)}}}`,
      ),
    );
    return segments.map((segment) => `/${segment.join('')}`).join('');
  }

  /** What stands for a parameter of the query whose value is to live beside the document. */
  private queryVariable(parameter: Parameter): string | undefined {
    if (this.options.asVariable?.(parameter) !== true) {
      return undefined;
    }
    const variable = this.names.of(`query ${parameter.name}`, parameter.name);
    this.declare(variable, '');
    return `${encodeValue(parameter.name)}={{${variable}}}`;
  }

  private nameOfId(id: string): string {
    return this.names.of(`path ${id}`, id);
  }

  private idParameter(id: string): Parameter | undefined {
    return this.operation.parameters.find(({ in: place, name }) => place === 'path' && name === id);
  }

  private idValue(id: string): string {
    const parameter = this.idParameter(id);
    return singleValue((parameter && this.options.values?.(parameter)) ?? '', parameter);
  }

  private parameterLine(parameter: Parameter): string {
    const sent = sentValue(parameter, this.options);
    return sent === undefined
      ? `# ${parameter.name}: ${headerSample(parameter, valueOf(parameter, this.options.samples) ?? '')}`.trimEnd()
      : this.headerLine(parameter.name, singleValue(sent, parameter).trim());
  }

  /** A value that cannot stand in the line goes into a variable: there it is read, whatever it is. */
  private headerLine(name: string, value: string): string {
    if (isHeaderValue(value) && !value.includes('{{')) {
      return `${name}: ${value}`.trimEnd();
    }
    const variable = this.names.of(`header ${name}`, name);
    this.declare(variable, value);
    return `${name}: {{${variable}}}`;
  }

  private declare(variable: string, value: string): void {
    this.variables.push(variableLine(variable, value));
  }
}

/** What is told before the request line. */
function commentLines(operation: Operation, { comments, body }: WriteOptions): string[] {
  const unsent = unsentParameters(operation).map(({ name }) => name);
  const bodyStays = !mayHaveBody(operation.method) && (operation.body ?? body) !== undefined;
  return [
    ...(operation.rights.length > 0 ? [comments.requirements(operation.rights.join(', '))] : []),
    ...(unsent.length > 0 ? [comments.leftOut(unsent.join(', '))] : []),
    ...(bodyStays ? [comments.withoutBody] : []),
  ].map((text) => commentLine(oneLine(text, 200)));
}

/** Never one that says something to the reader: those begin with an `@`. */
function commentLine(text: string): string {
  return text.startsWith('@') ? `# – ${text}` : `# ${text}`;
}

/** The active pair that comes first begins with `?`; without any, the first that could be made active. */
function queryLines(
  operation: Operation,
  options: WriteOptions,
  variableOf: (parameter: Parameter) => string | undefined,
): string[] {
  const pairs = operation.parameters
    .filter(({ in: place }) => place === 'query')
    .flatMap((parameter) => {
      const variable = variableOf(parameter);
      if (variable !== undefined) {
        return [{ active: true, text: variable }];
      }
      const sent = sentValue(parameter, options);
      const texts =
        sent === undefined ? querySamples(parameter, options) : queryPairs(parameter, sent).map(documentPair);
      return texts.map((text) => ({ active: sent !== undefined, text }));
    });
  const first = Math.max(
    pairs.findIndex(({ active }) => active),
    0,
  );
  return pairs.map(({ active, text }, nth) => `    ${active ? '' : '# '}${nth === first ? '?' : '&'}${text}`);
}

/** One of a list is enough to see how it is written; an object has all that is in it. */
function querySamples(parameter: Parameter, { samples }: WriteOptions): string[] {
  const sample = valueOf(parameter, samples) ?? '';
  const pairs = queryPairs(parameter, sample).map((pair) =>
    documentPair(pair.sent.length > MAX_SAMPLE_LENGTH ? { ...pair, value: '', sent: '' } : pair),
  );
  return Array.isArray(sample) ? pairs.slice(0, 1) : pairs;
}

function headerSample(parameter: Parameter, sample: ParameterValue): string {
  const text = singleValue(sample, parameter).trim();
  return isHeaderValue(text) && !text.includes('{{') && text.length <= MAX_SAMPLE_LENGTH ? text : '';
}

function bodyLines(body: TextBody): string[] {
  const { quoted, text } = writeBody(body);
  return [...(quoted ? ['# @quoted-body'] : []), '', text];
}
