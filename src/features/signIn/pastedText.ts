import { keyProblem, trimKey } from '../../account/credential';

/** What may stand in a pasted text beside what is asked for. */
export type PastedExtra =
  'words' | 'quotes' | 'invisible' | 'lineBreaks' | 'blanks' | 'punctuation' | 'comment';

/** A pasted text as it is probably meant. A suggestion: the form of a key is not documented (api/README 1.7). */
export interface PastedText {
  /** What is left without the extras. */
  text: string;
  /** Empty where the text is as it was pasted, but for what nobody sees around it. */
  extras: PastedExtra[];
}

/** `-H …`, `--personal-access-key …` and `--pat=…` of a command line. */
const option = /^--?[a-z][\w-]{0,60}(?:=|\s+)(?=[^\s=])/i;
/** `setx NAME …`, `set -x NAME …`, `ENV NAME …`: a name with nothing but a blank behind it. */
const spacedName = /^(?:setx|setenv|env|arg|set\s+-\w+)\s+[a-z_]\w{0,60}\s+(?=[^\s=:])/i;
/** Each takes one thing off at most. None finds anything in base64, the form that keys were seen in. */
const takeOff: { extra: PastedExtra; from: (text: string) => string }[] = [
  // eslint-disable-next-line no-control-regex -- the colors of a terminal
  { extra: 'invisible', from: (text) => text.replace(/\u001b?\[[\d;]{1,20}m/g, '') },
  { extra: 'invisible', from: (text) => text.replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, '') },
  { extra: 'invisible', from: (text) => text.replace(/[^\S \t\r\n\v\f\u2028\u2029]/gu, ' ') },
  // eslint-disable-next-line no-control-regex -- exactly these are looked for
  { extra: 'invisible', from: (text) => text.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '') },
  { extra: 'comment', from: withoutComment },
  { extra: 'words', from: (text) => text.replace(/^(?:[-*•>$#%]\s+)(?=\S)/u, '') },
  { extra: 'words', from: (text) => text.replace(option, '') },
  { extra: 'words', from: (text) => text.replace(spacedName, '') },
  { extra: 'words', from: (text) => text.replace(/^\$\{?env:/i, '') },
  { extra: 'words', from: (text) => splitName(text)?.rest ?? text },
  { extra: 'words', from: (text) => text.replace(/^(?:bearer|basic|token|pat|api-?key|key)\s+(?=\S)/i, '') },
  { extra: 'lineBreaks', from: (text) => text.replace(/(?:\\[rn]){1,2}$/, '') },
  { extra: 'quotes', from: (text) => text.replace(/^%2[27]|%2[27]$/g, '') },
  { extra: 'punctuation', from: (text) => text.replace(/^[,;:=#%]|[,;.!%\\]$/g, '') },
  { extra: 'quotes', from: (text) => text.replace(/^[\p{Ps}\p{Pi}"'`´<*＂＇＜\\″❝]/u, '') },
  { extra: 'quotes', from: (text) => text.replace(/[\p{Pe}\p{Pf}\p{Pi}"'`´>*＂＇＞″❞]$/u, '') },
];

/** What is left of a pasted key or secret. Linear: each step looks at the beginning or the end, and there are few. */
export function readPastedKey(pasted: string): PastedText {
  const { text, extras } = strip(pasted, takeOff);
  const joined = joinPieces(text);
  if (joined !== undefined) {
    return {
      text: joined,
      extras: [...extras, /[\r\n\v\f\u2028\u2029]/.test(text) ? 'lineBreaks' : 'blanks'],
    };
  }
  const only = onlyKeyIn(text);
  return only === undefined
    ? { text, extras }
    : { text: only, extras: [...new Set([...extras, 'words' as const])] };
}

/** The same of a pasted name, which has blanks, brackets and dots of its own. */
export function readPastedName(pasted: string): PastedText {
  return strip(pasted, takeOffName);
}

const takeOffName: typeof takeOff = [
  // The two joiners are a part of Persian words and of emoji.
  {
    extra: 'invisible',
    from: (text) => text.replace(/(?!\u200c|\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}/gu, ''),
  },
  { extra: 'lineBreaks', from: (text) => text.replace(/[\r\n\v\f\u2028\u2029]+/g, ' ') },
  { extra: 'words', from: withoutKnownName },
  { extra: 'punctuation', from: (text) => text.replace(/[,;]$/, '') },
  {
    extra: 'quotes',
    from: (text) =>
      /^(?:"[^]*"|'[^]*'|`[^]*`|“[^]*”|‘[^]*’|„[^]*[“”]|«[^]*»|<[^]*>)$/.test(text)
        ? text.slice(1, -1)
        : text,
  },
];

/** What alone can be a key, in a sentence or a command that has other words. */
function onlyKeyIn(text: string): string | undefined {
  const hasMore = text.length <= MAX_LENGTH && /[\s"'<>(){}|&?%]|[^\x20-\x7e]/.test(text);
  const [only = '', another] = hasMore ? (text.match(keyLike) ?? []) : [];
  return another === undefined && /\d/.test(only) && /[A-Z]/.test(only) ? only : undefined;
}

/** Longer than words are. */
const keyLike = /[\w+/-]{24,}={0,2}/g;

/**
 * A name and what stands behind it: `NAME=…`, `export NAME=…`, `"name": …`, `Authorization: …`, `My key: …`. Undefined
 * for an address, and for base64, whose equals signs are its end.
 */
function splitName(text: string): { name: string; rest: string } | undefined {
  const found = /=>|:=|:-|[=:＝：]/.exec(text.slice(0, MAX_NAME));
  if (!found) {
    return undefined;
  }
  const { index, 0: sign } = found;
  const name = text.slice(0, index).trimEnd();
  const rest = text.slice(index + sign.length);
  const isName = /^["'`“‘«]?[$\p{L}_][\p{L}\p{N}\s_.{$-]*[}"'`”’»]*$/u.test(name);
  return isName &&
    !isKeyBefore(name, rest) &&
    /^\s*[^\s=]/.test(rest) &&
    !(sign === ':' && rest.startsWith('//'))
    ? { name, rest }
    : undefined;
}

/** Whether what stands before the sign ends in a key, and only a quote or a word is behind: the sign is the key's own. */
function isKeyBefore(name: string, rest: string): boolean {
  const end = name.slice(-24);
  const isBase64 = /^[\w+/-]{24}$/.test(end) && /\d/.test(end) && /[a-z]/.test(end) && /[A-Z]/.test(end);
  return isBase64 && !/[\w+/.~-]{16}/.test(rest);
}

/** Characters up to the sign behind a name. */
const MAX_NAME = 80;

/** A name of an API key may have a colon of its own. */
function withoutKnownName(text: string): string {
  const split = splitName(text);
  const isKnown = split && /^(?:export|setx?|declare|const|let|var|env)\s|^\$|name|key/i.test(split.name);
  return isKnown ? split.rest : text;
}

/** What somebody has pasted where no secret belongs, by what stood there before. A typed word is neither. */
export function pastedSecret(before: string, now: string): 'key' | 'accessToken' | undefined {
  if (now.length - before.length < MIN_PASTED) {
    return undefined;
  }
  const { text } = readPastedKey(now);
  if (keyProblem(text) === 'accessToken') {
    return 'accessToken';
  }
  const looksLikeKey =
    keyProblem(text) === undefined && /^[\w+/=.~:-]+$/.test(text) && /[\dA-Z+/=]/.test(text);
  return looksLikeKey ? 'key' : undefined;
}

/** More characters than a person types at once. */
const MIN_PASTED = 8;

function strip(pasted: string, steps: typeof takeOff): PastedText {
  let text = trimKey(pasted);
  const extras = new Set<PastedExtra>();
  for (let round = 0; round < MAX_ROUNDS && text.length <= MAX_LENGTH; round++) {
    const before = text;
    for (const { extra, from } of steps) {
      const left = trimKey(from(text));
      if (left !== text && left !== '') {
        extras.add(extra);
        text = left;
      }
    }
    if (text === before) {
      break;
    }
  }
  return { text, extras: [...extras] };
}

/** Characters. No key is that long, and what is looked at while typing has to be short. */
const MAX_LENGTH = 4096;

/** Enough for quotes in quotes in a header of a command line. */
const MAX_ROUNDS = 8;

/** A key that a terminal or a mail has wrapped; undefined where the pieces are none of a key. */
function joinPieces(text: string): string | undefined {
  const pieces = text.split(/[\\^`]?\s+/);
  const isWrapped =
    pieces.length > 1 &&
    pieces.every((piece, at) =>
      at === pieces.length - 1
        ? /^[\w+/.~-]*=*$/.test(piece) && piece !== ''
        : /^[\w+/.~-]+$/.test(piece) && piece.length >= MIN_PIECE,
    );
  return isWrapped ? pieces.join('') : undefined;
}

/** A line of a wrapped key is longer than most words. */
const MIN_PIECE = 10;

function withoutComment(text: string): string {
  const at = text.search(/\s#\s/);
  return at < 0 ? text : text.slice(0, at);
}
