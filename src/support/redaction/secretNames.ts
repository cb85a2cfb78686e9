/** Parts of names that hold a secret wherever they stand: no other word has them in it. */
const secretPart =
  /authorization|cookie|password|passwd|passphrase|passcode|pwd|secret|token|credential|jwt|bearer|keystore|(?:private|access|api|environment|webhook|signing|encryption|master|shared|account|ssh|subscription)[-_.]?key|p12|(?:amz|goog)-?signature/i;

/** Short words, which longer ones have in them (`author`, `shipping`, `design`): looked for whole, at the end of a name. */
const shortNames = new Set(['auth', 'pin', 'pincode', 'sig', 'pat', 'pass', 'otp', 'storepass', 'keypass']);

const notSecretName = /(id|ids|type|name|enabled|expires?|expires?_?in|date)$/i;

/**
 * Tells by its name whether a header, a field of a form or a query, or a JSON property holds a secret. Compared without
 * regard to case (T8). Names that end in `Id`, `Type`, `Date` and the like describe a secret without being one:
 * `connectApiKeyId`, `token_type`.
 */
export function isSecretName(name: string): boolean {
  return (secretPart.test(name) || endsInSecretWord(name)) && !notSecretName.test(name);
}

/** `userPin`, `x-auth`, `db.PIN`, `settings[pin]`: the last word, as names are put together of words. */
function endsInSecretWord(name: string): boolean {
  const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  const last = (parts.at(-1) ?? '').toLowerCase();
  return shortNames.has(last) || shortNames.has((parts.at(-2) ?? '').toLowerCase() + last);
}

/** Whether a property says what another one beside it is called, as in `{"key": "API_TOKEN", "value": "…"}`. */
export function isLabelName(name: string): boolean {
  return /^(key|name|variable|variableName|header)$/i.test(name);
}

/** Whether a property holds what a label beside it names. */
export function isLabeledName(name: string): boolean {
  return /^(value|val)$/i.test(name);
}
