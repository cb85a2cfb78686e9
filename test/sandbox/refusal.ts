/**
 * What a route refuses, and how it reads what it was sent. The statuses are assumptions where api/README 1.6 knows none
 * (D).
 */
import type { FastifyRequest } from 'fastify';

/** Thrown by a route: answered with this status and `{message}`. */
export class Refusal extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The row of this id, by `find`. 400 where the id is no GUID, 404 where there is no such row. */
export function found<T>(id: string, find: (id: string) => T | undefined): T {
  if (!guid.test(id)) {
    throw new Refusal(400, 'The value is not a valid GUID.');
  }
  const row = find(id.toLowerCase());
  if (row === undefined) {
    throw new Refusal(404, 'Not found.');
  }
  return row;
}

/** The body as JSON, whatever its content type says: older clients send `application/json-patch+json`. */
function jsonBody({ body }: FastifyRequest): unknown {
  try {
    return Buffer.isBuffer(body) ? JSON.parse(body.toString()) : body;
  } catch {
    return undefined;
  }
}

export function objectBody(request: FastifyRequest): Readonly<Record<string, unknown>> {
  const body = jsonBody(request);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal(400, 'The body must be a JSON object.');
  }
  return body as Record<string, unknown>;
}

export function textsBody(request: FastifyRequest): string[] {
  const body = jsonBody(request);
  if (!Array.isArray(body) || !body.every((one) => typeof one === 'string')) {
    throw new Refusal(400, 'The body must be a JSON array of texts.');
  }
  return body;
}

/** A member that must be a text with more than blanks in it. */
export function textMember(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Refusal(400, `The field ${name} is required.`);
  }
  return value;
}
