import { preferredContent } from '../../request/mediaTypes';
import type { Body, Operation, Parameter } from '../model';
import type { Resolver } from '../read/references';
import { schemaText } from './schemaText';

/** A parameter in short. All of it is untrusted text. */
export interface BriefParameter {
  readonly name: string;
  readonly in: Parameter['in'];
  readonly required: boolean;
  /** As `schemaText` writes it. */
  readonly type: string;
  readonly description: string | undefined;
}

/** What one has to know of an operation to call it. All of it is untrusted text. */
export interface BriefOperation {
  /** Required ones first. */
  readonly parameters: readonly BriefParameter[];
  readonly body:
    | {
        readonly required: boolean;
        readonly mediaType: string;
        /** As `schemaText` writes it. */
        readonly schema: string;
        readonly truncated: boolean;
      }
    | undefined;
}

/** An operation in short. Cookies, and what asks for a file within the response, nobody is to send by it. */
export function briefOperation(resolver: Resolver, operation: Operation): BriefOperation {
  const parameters = operation.parameters.filter(
    (parameter) => parameter.in !== 'cookie' && !asksForBytes(parameter),
  );
  return {
    parameters: parameters
      .map((parameter) => briefParameter(resolver, parameter))
      .sort((a, b) => Number(b.required) - Number(a.required)),
    body: briefBody(resolver, operation.body),
  };
}

/** `withBinary` and the like have files put into a response, which is told as text (api/README 2, A: never sent). */
export function asksForBytes({ name }: Pick<Parameter, 'name'>): boolean {
  return /binary/i.test(name);
}

function briefParameter(resolver: Resolver, parameter: Parameter): BriefParameter {
  const { name, required, description, schema } = parameter;
  const type =
    schema === undefined ? 'string' : schemaText(resolver, schema, { maxDepth: 1, maxMembers: 8 }).text;
  return { name, in: parameter.in, required, type, description };
}

function briefBody(resolver: Resolver, body: Body | undefined): BriefOperation['body'] {
  const content = body && preferredContent(body.content);
  if (!body || !content) {
    return undefined;
  }
  const { text, truncated } = schemaText(resolver, content.schema);
  return { required: body.required, mediaType: content.mediaType, schema: text, truncated };
}
