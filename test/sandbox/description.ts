/**
 * The OpenAPI description as a judge: whether an answer is one that it allows, and which properties it knows.
 */
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readDescription } from './readDescription';

interface Described {
  $ref?: string;
  content?: Record<string, unknown>;
}

const pointer = (...parts: string[]): string =>
  `appcircle#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

/** What is wrong with something, one sentence each; empty where nothing is. */
export type Complaints = string[];

export class Description {
  readonly document = JSON.parse(JSON.stringify(readDescription())) as Record<string, unknown>;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });

  constructor() {
    // The two packages type their plugins for different module systems.
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema(this.document, 'appcircle');
  }

  /** The part of the description under these keys. */
  part(...keys: string[]): unknown {
    return keys.reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      this.document,
    );
  }

  /** Judges a value by `components.schemas.<name>`. */
  judge(schema: string, value: unknown): Complaints {
    return this.validate(pointer('components', 'schemas', schema), value);
  }

  /** Judges an answer by the operation's response for its status and content type. */
  judgeAnswer(
    method: string,
    path: string,
    status: number,
    contentType: string | null,
    body: string,
  ): Complaints {
    const responses = ['paths', path, method.toLowerCase(), 'responses'];
    if (this.part(...responses) === undefined) {
      return [`${method} ${path} is not described`];
    }
    const key = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find(
      (one) => this.part(...responses, one) !== undefined,
    );
    if (key === undefined && status < 400) {
      return [`${method} ${path} describes no answer ${status}`];
    }
    // Any operation may fail in the ways that all share.
    const described = key === undefined ? ['components', 'responses', 'Failure'] : [...responses, key];
    const where = (this.part(...described) as Described).$ref?.slice(2).split('/') ?? described;
    if (body === '') {
      return status < 300 && status !== 204 ? [`${status} without a body`] : [];
    }
    const type = contentType?.split(';')[0] ?? '';
    const { content } = this.part(...where) as Described;
    if (content?.[type] === undefined) {
      return [`${method} ${path} describes no ${type} for ${status}`];
    }
    const value: unknown = type === 'application/json' ? JSON.parse(body) : body;
    return this.validate(pointer(...where, 'content', type, 'schema'), value);
  }

  private validate($ref: string, value: unknown): Complaints {
    const check = this.ajv.getSchema($ref) ?? this.ajv.compile({ $ref });
    return check(value) === true
      ? []
      : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  }
}
