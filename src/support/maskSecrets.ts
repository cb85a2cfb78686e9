import { MASK, maskText } from './redact';
import { isLabeledName, isLabelName, isSecretName } from './redaction/secretNames';

/**
 * A copy of a JSON value in which every value with a secret name, its own or in a label beside it, is masked, and in every other text what `maskText`
 * masks, at any depth: nesting of a server's making ends no stack. Empty and null values and flags stay: that nothing
 * is set is no secret, and worth seeing.
 */
export function maskSecrets(value: unknown): unknown {
  const pending: [from: object, into: object][] = [];
  const masked = maskOne(value, '', false, pending);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [from, into] = next;
    const isLabeled = hasSecretLabel(from);
    for (const [key, item] of Object.entries(from)) {
      // Not by assignment: a server may name a property `__proto__`.
      Object.defineProperty(into, key, {
        value: maskOne(item, Array.isArray(from) ? '' : key, isLabeled && isLabeledName(key), pending),
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
  }
  return masked;
}

/** Whether one of its members says that another one is a secret: `{"key": "API_TOKEN", "value": "…"}`. */
function hasSecretLabel(from: object): boolean {
  return Object.entries(from).some(
    ([key, item]) => isLabelName(key) && typeof item === 'string' && isSecretName(item),
  );
}

/** The members of an object or a list are left for later. */
function maskOne(
  value: unknown,
  name: string,
  isSecret: boolean,
  pending: [from: object, into: object][],
): unknown {
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') {
    return value;
  }
  if (isSecret || isSecretName(name)) {
    return MASK;
  }
  if (typeof value !== 'object') {
    return typeof value === 'string' ? maskText(value) : value;
  }
  const copy = Array.isArray(value) ? [] : {};
  pending.push([value, copy]);
  return copy;
}
