import { valueLabels } from '../../../api/openapi/labels/labelsOf';
import type { Content } from '../../../api/openapi/model';
import { bodySchema, type BodySchemaOptions } from '../../../api/openapi/schema/bodySchema';
import type { ParsedRequest } from '../../../api/request/document';
import type { JsonBody } from '../../../api/request/json/jsonBody';
import { isJson, preferredContent } from '../../../api/request/mediaTypes';
import { isLiteral } from '../../../api/request/parse/pieces';
import { lazy } from '../../../support/lazy';
import type { DescribedOperation } from '../../../api/request/assist/operationList';

type Purpose = BodySchemaOptions['purpose'];

/**
 * What knows the JSON of bodies, by their schemas. It comes with a library that is loaded at the first body, and each is
 * made once.
 */
export class JsonBodies {
  private readonly made = new Map<Purpose, WeakMap<object, JsonBody>>();

  /** Of a body without a schema: only its syntax is known. */
  readonly plain = lazy(async () => {
    const { JsonBody } = await import('../../../api/request/json/jsonBody');
    return new JsonBody();
  });

  /** Undefined where the body of the request is no JSON. */
  async of(
    request: Pick<ParsedRequest, 'headers'>,
    described: DescribedOperation | undefined,
    purpose: Purpose,
  ): Promise<JsonBody | undefined> {
    const mediaType = bodyMediaType(request);
    if (mediaType !== undefined && !isJson(mediaType)) {
      return undefined;
    }
    const content = contentOf(request, described);
    if (!described || !content || !isJson(content.mediaType)) {
      return mediaType === undefined ? undefined : this.plain();
    }
    const key = typeof content.schema === 'object' && content.schema !== null ? content.schema : content;
    const known = this.known(purpose).get(key);
    if (known) {
      return known;
    }
    const { JsonBody } = await import('../../../api/request/json/jsonBody');
    const body = new JsonBody(
      bodySchema(described.description, content.schema, { purpose, labels: valueLabels }),
    );
    this.known(purpose).set(key, body);
    return body;
  }

  private known(purpose: Purpose): WeakMap<object, JsonBody> {
    const known = this.made.get(purpose) ?? new WeakMap<object, JsonBody>();
    this.made.set(purpose, known);
    return known;
  }
}

/** What a description says of the body of a request: of its media type, else of the one to write it in. */
export function contentOf(
  request: Pick<ParsedRequest, 'headers'>,
  described: DescribedOperation | undefined,
): Content | undefined {
  const contents = described?.operation.body?.content ?? [];
  const mediaType = bodyMediaType(request);
  return contents.find((one) => one.mediaType === mediaType) ?? preferredContent(contents);
}

/** What the request says that its body is, as far as no variable stands there. */
function bodyMediaType({ headers }: Pick<ParsedRequest, 'headers'>): string | undefined {
  const value = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  return value?.every(isLiteral)
    ? value
        .map(({ text }) => text)
        .join('')
        .trim()
    : undefined;
}
