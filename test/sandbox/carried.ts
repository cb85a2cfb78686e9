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

const forms = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
];

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
    .reduce((left, form) => left.replaceAll(form, '***'), text);
}
