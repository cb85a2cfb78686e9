import { JsonObject } from '../../decode';
import type { Shape } from './schema';

/** What tells which of several schemas a value is of. Untrusted text. */
export interface Discriminator {
  /** The property whose value tells it. */
  readonly property: string;
  /** Values with the name of the schema that each stands for; none where values are the names of the schemas. */
  readonly values: readonly (readonly [value: string, schema: string])[];
}

/** Whoever has more of them cannot be read by people. */
const MAX_VALUES = 30;

/** `discriminator`: an object in OpenAPI 3.x, the name of the property in Swagger 2.0. */
export function discriminatorOf(shape: Shape): Discriminator | undefined {
  const node = shape.get('discriminator');
  const named = JsonObject.of<'propertyName' | 'mapping'>(node);
  const property = typeof node === 'string' ? node : named?.text('propertyName');
  if (property === undefined || property === '') {
    return undefined;
  }
  const values = Object.entries(named?.object('mapping')?.raw ?? {})
    .slice(0, MAX_VALUES)
    .flatMap(([value, schema]) =>
      typeof schema === 'string' ? [[value, schema.slice(schema.lastIndexOf('/') + 1)] as const] : [],
    );
  return { property, values };
}
