import type { Disposable } from './emitter';
import { layersOf, type Range } from './redaction/layers';
import { addressSecretsIn, privateKeysIn } from './redaction/enclosedSecrets';
import { LiveSecrets } from './redaction/liveSecrets';
import { namedValuesIn } from './redaction/namedValues';
import { schemeValuesIn } from './redaction/schemeShapes';
import { webTokensIn } from './redaction/tokenShapes';

/** What is shown in the place of a secret. */
export const MASK = '•••';

/** A text in which secrets are masked, and how many they were. */
export interface MaskedText {
  text: string;
  masked: number;
}

/**
 * Masks live secrets by their value, wherever they turn up and however they are written; and what is a secret by its
 * shape or its name, whoever made it: JSON Web Tokens, private keys, passwords of addresses, what follows `Bearer` and
 * `Basic`, values of secret names (`isSecretName`) in assignments, forms and addresses. Escaped ones too. Everything else stays as it came; in what
 * stands between the quotes of a JSON string no escape is cut.
 */
export class Redactor {
  private readonly live = new LiveSecrets();

  /** Masks this value in everything that passes, until the result is disposed. */
  protect(secret: string): Disposable {
    this.live.add(secret);
    let held = true;
    return {
      dispose: () => {
        if (held) {
          held = false;
          this.live.remove(secret);
        }
      },
    };
  }

  redact(text: string): string {
    return this.mask(text).text;
  }

  /** The same, counted. */
  mask(text: string): MaskedText {
    const parts: string[] = [];
    let kept = 0;
    for (const [start, end] of this.rangesIn(text)) {
      if (start >= kept) {
        parts.push(text.slice(kept, start), MASK);
      }
      kept = Math.max(kept, end);
    }
    return { text: parts.join('') + text.slice(kept), masked: parts.length / 2 };
  }

  /** Where secrets stand, first come, first; of those that begin together the longest. They may overlap. */
  rangesIn(text: string): Range[] {
    return layersOf(text)
      .flatMap((layer) =>
        [...this.live.rangesIn(layer), ...shapesIn(layer.text)].map((range) => layer.sourceOf(range)),
      )
      .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  }
}

const withoutLive = new Redactor();

/** What `Redactor.redact` does where no live secret is known. */
export function maskText(text: string): string {
  return withoutLive.redact(text);
}

/** What most texts have none of: what makes a web token, a separator, a scheme. */
const mayHoldShape = /e[yw]|[=:>]|bearer|basic|-----BEGIN/i;

function shapesIn(text: string): Range[] {
  return mayHoldShape.test(text)
    ? [
        ...webTokensIn(text),
        ...schemeValuesIn(text),
        ...namedValuesIn(text),
        ...privateKeysIn(text),
        ...addressSecretsIn(text),
      ]
    : [];
}
