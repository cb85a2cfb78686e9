/** What an access token is had with. Secrets: only the credential store and the token exchange see them. */
export type Credential =
  | { kind: 'personalAccessKey'; key: string }
  | { kind: 'apiKey'; name: string; secret: string; organizationId: string };

export type CredentialKind = Credential['kind'];

/** What is wrong with a text that was given as a key, as far as can be told without the server. */
export type KeyProblem = 'empty' | 'accessToken' | 'whitespace' | 'tooShort';

/** Real keys are base64 of some dozens of bytes (api/README 1.7); nothing this short was ever seen. */
const MIN_KEY_LENGTH = 16;

/** White space and what nobody sees: zero-width characters, soft hyphens, marks of direction, control characters. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;

/** A pasted key without the white space and invisible characters that copying adds around it. */
export function trimKey(text: string): string {
  const characters = Array.from(text);
  const start = characters.findIndex((character) => !unseen.test(character));
  const end = characters.findLastIndex((character) => !unseen.test(character));
  return start < 0 ? '' : characters.slice(start, end + 1).join('');
}

/**
 * Looks at a trimmed key (T7: local and instant). `empty` and `accessToken` cannot be keys; the others are only
 * unlikely, since the form of a key is not documented.
 */
export function keyProblem(key: string): KeyProblem | undefined {
  if (key === '') {
    return 'empty';
  }
  if (/^(bearer\s+)?ey[\w-]+\.[\w-]+\.[\w-]*$/i.test(key)) {
    return 'accessToken';
  }
  if (/\s/.test(key)) {
    return 'whitespace';
  }
  return key.length < MIN_KEY_LENGTH ? 'tooShort' : undefined;
}
