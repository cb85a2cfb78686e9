import { jsonTokens, type JsonToken } from './tokens';

/** How text is laid out. */
export interface LayoutOptions {
  /** One step of it. */
  readonly indentation: string;
  /** What ends a line. */
  readonly newline: string;
}

/** Deeper, and indentation would be most of the text. */
const MAX_DEPTH = 200;

/**
 * JSON, a field or item a line. Every word, number, string and variable stays as it is written, so that nothing but
 * blanks between them changes. The text has to be JSON, with variables at most; undefined where it nests too deep.
 */
export function layOutJson(text: string, { indentation, newline }: LayoutOptions): string | undefined {
  const tokens = jsonTokens(text, { start: 0, end: text.length });
  const written: string[] = [];
  let depth = 0;
  const breakLine = () => {
    written.push(newline, indentation.repeat(depth));
  };
  for (const [nth, token] of tokens.entries()) {
    const next = tokens[nth + 1];
    const closes = isClosing(token.kind);
    if (closes && !isOpening(tokens[nth - 1]?.kind)) {
      depth--;
      breakLine();
    } else if (closes) {
      depth--;
    }
    written.push(text.slice(token.start, token.end));
    if (isOpening(token.kind)) {
      depth++;
      if (depth > MAX_DEPTH) {
        return undefined;
      }
      if (!isClosing(next?.kind)) {
        breakLine();
      }
    } else if (token.kind === ',') {
      breakLine();
    } else if (token.kind === ':' || (next && needsBlank(token, next))) {
      written.push(' ');
    }
  }
  return written.join('');
}

/** Between two values that only what is put in tells apart. */
function needsBlank({ kind, end }: JsonToken, next: JsonToken): boolean {
  return (
    (isPlain(kind) || isClosing(kind)) && (isPlain(next.kind) || isOpening(next.kind)) && next.start > end
  );
}

function isPlain(kind: JsonToken['kind']): boolean {
  return kind === 'string' || kind === 'value' || kind === 'open';
}

function isOpening(kind: JsonToken['kind'] | undefined): boolean {
  return kind === '{' || kind === '[';
}

function isClosing(kind: JsonToken['kind'] | undefined): boolean {
  return kind === '}' || kind === ']';
}
