import { isForm } from '../request/mediaTypes';
import { JsonObject } from '../decode';
import { contentsOf } from './content';
import type { Declaration } from './declarations';
import type { Parameter } from './model';
import type { Resolver } from './read/references';
import { Shapes } from './schema/schema';

/** Whoever has more of them cannot be read by people. */
const MAX_MEMBERS = 200;

/**
 * The parameters that OpenAPI 3.2 writes as one that is the whole query (`querystring`): a form, each of whose fields
 * is a parameter of its own to whoever sends it. Of another media type there is none.
 */
export function queryStringParameters(resolver: Resolver, declared: Declaration): readonly Parameter[] {
  const [form] = contentsOf(resolver, declared.raw['content']).filter(({ mediaType }) => isForm(mediaType));
  const shapes = new Shapes(resolver);
  const shape = shapes.of(form?.schema);
  const required = shape.required();
  const example = JsonObject.of(form?.example)?.raw ?? {};
  return [...shape.properties()].slice(0, MAX_MEMBERS).map(([name, [schema]]) => ({
    name,
    in: 'query',
    required: declared.flag('required') && required.has(name),
    deprecated: declared.flag('deprecated'),
    description: JsonObject.of(resolver.resolve(schema).value)?.text('description'),
    schema,
    example: Object.hasOwn(example, name) ? example[name] : undefined,
    listStyle: 'repeat',
    ...form?.fields?.get(name),
  }));
}
