import { JsonObject } from '../decode';
import type { Resolver } from './read/references';

/** Fields of a parameter of Swagger 2.0 or OpenAPI 3.x. */
export type ParameterField =
  | 'name'
  | 'in'
  | 'required'
  | 'deprecated'
  | 'description'
  | 'schema'
  | 'content'
  | 'style'
  | 'explode'
  | 'allowReserved'
  | 'collectionFormat'
  | 'example'
  | 'examples'
  | 'type'
  | 'x-example';

/** A parameter as it is declared, `body` and `formData` of Swagger 2.0 included; has a name and a place. */
export type Declaration = JsonObject<ParameterField>;

/** Whoever has more of them cannot be read by people. */
const MAX_PARAMETERS = 500;

/** Those of the path and those of the operation, which replace them by name and place. */
export function declarationsOf(
  resolver: Resolver,
  owners: readonly JsonObject<'parameters'>[],
): readonly Declaration[] {
  const byPlace = new Map<string, Declaration>();
  for (const owner of owners) {
    const nodes = owner.raw['parameters'];
    for (const node of Array.isArray(nodes) ? nodes.slice(0, MAX_PARAMETERS) : []) {
      const declared = JsonObject.of<ParameterField>(resolver.resolve(node).value);
      const [place, name] = [declared?.text('in'), declared?.text('name')];
      if (declared && place !== undefined && name !== undefined) {
        byPlace.set(`${place} ${name}`, declared);
      }
    }
  }
  return [...byPlace.values()];
}

const notOfSchema = new Set(
  'name in required deprecated description collectionFormat example examples style explode allowReserved allowEmptyValue schema content'.split(
    ' ',
  ),
);

/** Swagger 2.0 writes type, format, items and the like into the parameter itself: that, as a schema. */
export function schemaWithin(declared: Declaration): unknown {
  const keywords = Object.entries(declared.raw).filter(
    ([name]) => !notOfSchema.has(name) && (!name.startsWith('x-') || name === 'x-nullable'),
  );
  if (keywords.length === 0) {
    return undefined;
  }
  const file = declared.text('type') === 'file' && { type: 'string', format: 'binary' };
  return { ...Object.fromEntries(keywords), ...file };
}
