import type { JsonObject } from '../decode';
import { responsesOf } from './responses';
import { bodyOf } from './body';
import { declarationsOf } from './declarations';
import type { Operation, OperationSummary } from './model';
import { parametersOf } from './parameters';
import type { Template } from './plainPath';
import type { Resolver } from './read/references';
import { rightsOf } from './rights';

/** What is read at the top of a description. */
export type DocumentField =
  | 'openapi'
  | 'swagger'
  | 'info'
  | 'basePath'
  | 'servers'
  | 'tags'
  | 'paths'
  | 'security'
  | 'consumes'
  | 'produces';

/** An operation where it stands. */
export interface DocumentOperation {
  readonly summary: OperationSummary;
  readonly template: Template;
  /** The path item around it, which may have parameters for it. */
  readonly item: JsonObject;
  readonly operation: JsonObject;
}

/** Everything that a description says of an operation; Swagger 2.0 and OpenAPI 3.x come out alike. */
export function operationOf(
  resolver: Resolver,
  document: JsonObject<DocumentField>,
  { summary, template, item, operation }: DocumentOperation,
): Operation {
  const declared = declarationsOf(resolver, [item, operation]);
  return {
    ...summary,
    description: operation.text('description') ?? item.text('description'),
    documentation: operation.object('externalDocs')?.text('url'),
    parameters: parametersOf(resolver, declared, template),
    body: bodyOf(resolver, document, operation, declared),
    responses: responsesOf(resolver, document, operation),
    rights: rightsOf(document, operation),
  };
}
