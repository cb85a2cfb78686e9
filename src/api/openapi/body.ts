import { JsonObject } from '../decode';
import { contentsOf, exampleIn, mediaTypesOf, orJson } from './content';
import { schemaWithin, type Declaration } from './declarations';
import { formFieldsOf } from './formFields';
import type { Body, Content, FormField } from './model';
import { listStyleOf } from './parameterStyle';
import type { Resolver } from './read/references';

/** `requestBody` of OpenAPI 3.x, or the `body` or `formData` parameters of Swagger 2.0. */
export function bodyOf(
  resolver: Resolver,
  document: JsonObject<'consumes'>,
  operation: JsonObject<'requestBody' | 'consumes'>,
  declared: readonly Declaration[],
): Body | undefined {
  const body = JsonObject.of<'required' | 'description' | 'content'>(
    resolver.resolve(operation.raw['requestBody']).value,
  );
  if (body) {
    return {
      required: body.flag('required'),
      description: body.text('description'),
      content: contentsOf(resolver, body.raw['content']),
    };
  }
  const consumes = mediaTypesOf(operation, document, 'consumes');
  const single = declared.find((parameter) => parameter.text('in') === 'body');
  if (single) {
    const example = exampleIn(resolver, single) ?? single.raw['x-example'];
    return {
      required: single.flag('required'),
      description: single.text('description'),
      content: orJson(consumes).map((mediaType) => ({ mediaType, schema: single.raw['schema'], example })),
    };
  }
  const fields = declared.filter((parameter) => parameter.text('in') === 'formData');
  return fields.length === 0 ? undefined : formOf(resolver, fields, consumes);
}

function formOf(resolver: Resolver, fields: readonly Declaration[], consumes: readonly string[]): Body {
  const names = (rows: readonly Declaration[]) => rows.map((field) => field.text('name') ?? '');
  const required = fields.filter((field) => field.flag('required'));
  const schema = {
    type: 'object',
    required: names(required),
    properties: Object.fromEntries(
      fields.map((field) => [
        field.text('name') ?? '',
        { ...JsonObject.of(schemaWithin(field))?.raw, description: field.text('description') },
      ]),
    ),
  };
  const styled = fields.filter((field) => field.raw['collectionFormat'] !== undefined);
  const styles = new Map(
    styled.map((field) => [field.text('name') ?? '', { listStyle: listStyleOf(field, 'query') }]),
  );
  const hasFile = fields.some((field) => field.text('type') === 'file');
  const forms = consumes.filter((mediaType) => /^multipart\/form-data\b|form-urlencoded\b/i.test(mediaType));
  const usual = hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  return {
    required: required.length > 0,
    description: undefined,
    content: (forms.length > 0 ? forms : [usual]).map((mediaType) => ({
      mediaType,
      schema,
      example: undefined,
      ...formContent(resolver, { mediaType, schema }, styles),
    })),
  };
}

function formContent(
  resolver: Resolver,
  form: Pick<Content, 'mediaType' | 'schema'>,
  styles: ReadonlyMap<string, FormField>,
): Pick<Content, 'fields'> {
  const known = formFieldsOf(resolver, form);
  const fields = new Map(
    [...known, ...styles].map(([name]) => [name, { ...known.get(name), ...styles.get(name) }]),
  );
  return fields.size > 0 ? { fields } : {};
}
