/**
 * Looks for secrets in a request: anywhere in its address, header values or body, as they are, URL-encoded or in
 * base64. So tests can prove which host was given what. Says what kind was found, never the secret.
 */
import type { FastifyRequest } from 'fastify';

export interface KnownSecrets {
  /** Personal Access Keys and secrets of API keys. */
  credentials: readonly string[];
  accessTokens: readonly string[];
  /** What makes an address of the storage a secret. */
  signatures: readonly string[];
}

export interface Carried {
  credential: boolean;
  accessToken: boolean;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const formsOf = new Map<string, readonly string[]>();

/** Worked out once: every request is searched for every secret. */
function forms(secret: string): readonly string[] {
  let found = formsOf.get(secret);
  if (found === undefined) {
    found = [...new Set([secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])];
    formsOf.set(secret, found);
  }
  return found;
}

export function carriedBy(request: FastifyRequest, known: KnownSecrets): Carried {
  const { body } = request;
  const text = [
    request.url,
    decoded(request.url),
    ...Object.values(request.headers).flat(),
    Buffer.isBuffer(body)
      ? body.toString()
      : typeof body === 'object' && body
        ? Object.values(body).join('\n')
        : body,
    typeof body === 'object' && !Buffer.isBuffer(body) ? JSON.stringify(body) : '',
  ].join('\n');
  const holds = (secrets: readonly string[]): boolean =>
    secrets.some((secret) => forms(secret).some((form) => text.includes(form)));
  return { credential: holds(known.credentials), accessToken: holds(known.accessTokens) };
}

/** `text` with every known secret taken out. */
export function withoutSecrets(text: string, known: KnownSecrets): string {
  return [...known.credentials, ...known.accessTokens, ...known.signatures]
    .flatMap(forms)
    .filter((form) => form.length <= text.length)
    .reduce((left, form) => left.replaceAll(form, '***'), text);
}
