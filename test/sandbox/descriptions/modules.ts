/**
 * What the sandbox says of itself: one description for each module, as Appcircle serves them. Cut out of the project's
 * own description by the first tag of each operation, without what only that one says (`x-…`), and with a server that
 * nobody may believe.
 */
import { stringify } from 'yaml';
import { readDescription } from '../readDescription';
import { legacyDescription } from './legacy';

type Node = Record<string, unknown>;

/** A tag of the project's own description, with the module of which it is the name for people. */
interface Tag {
  name: string;
  description: string;
  'x-module': string;
}

/** One document below the page's folder. */
export interface ServedDocument {
  /** As the page names it. */
  name: string;
  /** Relative to the folder of the page. */
  path: string;
  contentType: string;
  text: string;
}

/** The module whose document is YAML: a small one. */
export const yamlModule = 'task';

/** Reserved for examples: no request ever gets there. */
export const foreignServer = 'https://api.elsewhere.example';

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

let made: readonly ServedDocument[] | undefined;

/** All of them, in the order of the tags. Made when they are first asked for, and the same from then on. */
export function servedDocuments(): readonly ServedDocument[] {
  made ??= [...moduleDescriptions().entries(), ['legacy', legacyDescription] as const].map(
    ([name, description]) =>
      name === yamlModule
        ? {
            name,
            path: `${name}/swagger.yaml`,
            contentType: 'text/yaml;charset=utf-8',
            text: stringify(description),
          }
        : {
            name,
            path: `${name}/swagger.json`,
            contentType: 'application/json;charset=utf-8',
            text: JSON.stringify(description, undefined, 2),
          },
  );
  return made;
}

function moduleDescriptions(): Map<string, Node> {
  const own = readDescription();
  const whole = withoutExtensions(own) as Node;
  return new Map((own.tags as unknown as Tag[]).map((tag) => [tag['x-module'], moduleOf(whole, tag)]));
}

function moduleOf(whole: Node, { name: tag, description, 'x-module': name }: Tag): Node {
  const paths = pathsOf(whole['paths'] as Node, tag);
  return {
    openapi: whole['openapi'],
    info: { title: `Appcircle.${controllerName(name)}`, version: 'v1', description },
    servers: [{ url: foreignServer }],
    security: whole['security'],
    paths,
    components: {
      ...usedComponents(whole['components'] as Record<string, Node>, paths),
      securitySchemes: (whole['components'] as Node)['securitySchemes'],
    },
  };
}

/** The operations of a module, with the tags that a generator of ASP.NET would give them. */
function pathsOf(paths: Node, tag: string): Node {
  const own: Node = {};
  for (const [path, item] of Object.entries(paths as Record<string, Node>)) {
    const operations = Object.entries(item).filter(
      ([method, operation]) => methods.has(method) && (operation as { tags: string[] }).tags[0] === tag,
    );
    if (operations.length > 0) {
      const shared = Object.entries(item).filter(([key]) => !methods.has(key) && key !== 'servers');
      const tagged = operations.map(([method, operation]) => [
        method,
        { ...(operation as Node), tags: [controllerOf(path)] },
      ]);
      own[path] = {
        ...('servers' in item ? { servers: [{ url: foreignServer }] } : {}),
        ...Object.fromEntries([...shared, ...tagged] as [string, unknown][]),
      };
    }
  }
  return own;
}

/** `/distribution/v2/testing-groups/{testingGroupId}` is of `TestingGroups`. */
function controllerOf(path: string): string {
  const parts = path
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('{') && !/^v\d+$/.test(part));
  return controllerName(parts[1] ?? parts[0] ?? '');
}

const controllerName = (part: string): string =>
  part.replaceAll(/(?:^|[-.])([a-z])/g, (_, first: string) => first.toUpperCase());

/** The components that these paths lead to, and those that they lead to in turn. */
function usedComponents(all: Record<string, Node>, paths: Node): Record<string, Node> {
  const used: Record<string, Node> = {};
  const visit = (node: unknown): void => {
    if (!isNode(node)) {
      return;
    }
    const [, , kind = '', name = ''] = typeof node['$ref'] === 'string' ? node['$ref'].split('/') : [];
    if (kind !== '' && used[kind]?.[name] === undefined) {
      const target = all[kind]?.[name];
      used[kind] = { ...used[kind], [name]: target };
      visit(target);
    }
    Object.values(node).forEach(visit);
  };
  visit(paths);
  return used;
}

function withoutExtensions(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(withoutExtensions);
  }
  return isNode(node)
    ? Object.fromEntries(
        Object.entries(node)
          .filter(([key]) => !key.startsWith('x-'))
          .map(([key, value]) => [key, withoutExtensions(value)]),
      )
    : node;
}
