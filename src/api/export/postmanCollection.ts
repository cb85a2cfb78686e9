import type { ApiDescription } from '../openapi/description';
import type { Operation } from '../openapi/model';
import { oneLine } from '../request/parse/quoting';
import { VariableNames } from '../request/write/variableNames';
import { postmanRequest, type PostmanRequest } from './postmanRequest';
import { plainText, textOfOthers, type PostmanText } from './postmanText';

/** Postman's own word for the form: collection format 2.1.0. */
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

const MAX_NAME_LENGTH = 200;

export interface PostmanVariable {
  readonly key: string;
  readonly value: string;
  readonly type: 'string';
}

export interface PostmanItem {
  readonly name: string;
  readonly request: PostmanRequest;
  readonly response: readonly [];
}

export interface PostmanFolder {
  readonly name: string;
  readonly item: readonly PostmanItem[];
}

export interface PostmanCollection {
  readonly info: { readonly name: string; readonly description: PostmanText; readonly schema: string };
  readonly auth: { readonly type: 'bearer'; readonly bearer: readonly PostmanVariable[] };
  readonly variable: readonly PostmanVariable[];
  readonly item: readonly (PostmanItem | PostmanFolder)[];
}

/** Operations that are shown together. */
export interface ExportedGroup {
  readonly name: string;
  readonly operations: readonly Operation[];
}

/** What a collection is called, and what it says of itself, which the caller translates. */
export interface CollectionTexts {
  readonly name: string;
  readonly description: string;
}

/**
 * Operations as a collection of Postman. Hosts, tokens and ids are variables without a value, and nothing of others can
 * name one: what a description says is text. One group is a flat list, several are folders. It holds no scripts.
 */
export function postmanCollection(
  description: ApiDescription,
  groups: readonly ExportedGroup[],
  { name, description: about }: CollectionTexts,
): PostmanCollection {
  const names = new VariableNames();
  // No other variable is ever called so.
  const host = 'host';
  const token = names.of('own token', 'token');
  const used = new Set([host, token]);
  const use = (key: string, called: string): string => {
    const variable = names.of(key, called);
    used.add(variable);
    return variable;
  };
  const folders = groups.map((group) => ({
    name: titleOf(group.name),
    item: group.operations.map((operation): PostmanItem => ({
      name: titleOf(operation.summary ?? operation.id ?? `${operation.method} ${operation.path}`),
      request: postmanRequest(description, operation, { host, use }),
      response: [],
    })),
  }));
  const [only] = folders;
  return {
    info: { name: titleOf(name), description: plainText(about), schema: SCHEMA },
    auth: { type: 'bearer', bearer: [variableOf('token', `{{${token}}}`)] },
    variable: [...used].map((key) => variableOf(key, '')),
    item: folders.length === 1 && only ? only.item : folders,
  };
}

function titleOf(text: string): string {
  return textOfOthers(oneLine(text, MAX_NAME_LENGTH));
}

function variableOf(key: string, value: string): PostmanVariable {
  return { key, value, type: 'string' };
}
