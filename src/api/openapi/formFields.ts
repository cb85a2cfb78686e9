import { JsonObject } from '../decode';
import { isForm, isMultipart } from '../request/mediaTypes';
import type { ParameterField } from './declarations';
import type { Content, FormField } from './model';
import { stylesOf } from './parameterStyle';
import type { Resolver } from './read/references';
import { Shapes, type Shape } from './schema/schema';

/** A form, with what its description says of the fields besides their schemas. */
interface Form extends Pick<Content, 'mediaType' | 'schema'> {
  readonly encoding?: JsonObject | undefined;
}

/** Whoever has more of them cannot be read by people. */
const MAX_FIELDS = 200;

/** Fields of a form that are files, or have an `encoding`. None where it is no form. */
export function formFieldsOf(
  resolver: Resolver,
  { mediaType, schema, encoding }: Form,
): ReadonlyMap<string, FormField> {
  if (!isForm(mediaType) && !isMultipart(mediaType)) {
    return new Map();
  }
  const shapes = new Shapes(resolver);
  const properties = [...shapes.of(schema).properties()].slice(0, MAX_FIELDS);
  return new Map(
    properties
      .map(([name, nodes]) => [name, fieldOf(shapes.of(...nodes), encoding?.object(name))] as const)
      .filter(([, field]) => Object.keys(field).length > 0),
  );
}

/** Whether a whole body is a file: bytes by its schema, or nothing is said of what are bytes by their type. */
export function isBinaryContent(resolver: Resolver, mediaType: string, schema: unknown): boolean {
  const isBytes =
    /^(?:image|audio|video|font)\/|^application\/(?:octet-stream|zip|gzip|pdf|vnd\.android)/i.test(mediaType);
  const shape = new Shapes(resolver).of(schema);
  return isBinary(shape) || (isBytes && shape.types().length === 0 && shape.alternatives().length === 0);
}

function fieldOf(shape: Shape, encoding: JsonObject | undefined): FormField {
  const items = shape.types().includes('array') ? shape.shape(...shape.items()) : shape;
  const mediaType = encoding?.text('contentType');
  const isStyled = ['style', 'explode', 'allowReserved'].some((name) => encoding?.raw[name] !== undefined);
  return {
    ...(mediaType !== undefined && { mediaType }),
    ...(isBinary(items) && { binary: true as const }),
    ...(isStyled && encoding && stylesWithin(encoding)),
  };
}

/** `style` and the like of a field mean what they mean for a query. */
function stylesWithin(encoding: JsonObject): FormField {
  const declared = JsonObject.of<ParameterField>({ ...encoding.raw, schema: {} });
  return declared ? stylesOf(declared, 'query') : {};
}

/** In the words of OpenAPI 3.0 and 2.0, and of 3.1. */
function isBinary(shape: Shape): boolean {
  return (
    shape.get('format') === 'binary' ||
    (shape.get('contentMediaType') !== undefined && shape.get('contentEncoding') === undefined)
  );
}
