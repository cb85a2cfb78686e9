import { replaceInvisible } from '../../support/visibleText';

/** What came of a text with addresses in it. */
export interface ReadAddresses {
  /** Each once, as it was first spelled. */
  addresses: string[];
  /** Those that came again, in whatever case, or were there already. */
  duplicates: string[];
  /** What is no address, shortened. */
  refused: string[];
}

/** Longest address (RFC 5321, 4.5.3.1), and longest part of one before the `@`. */
const MAX_ADDRESS_LENGTH = 254;
const MAX_NAME_LENGTH = 64;
/** Of what is shown of a text that is no address. */
const MAX_REFUSED_LENGTH = 100;

/**
 * Reads e-mail addresses as people paste them: between commas, semicolons, blanks and line breaks, as `Name <a@b.c>`,
 * in quotes, as `mailto:` links, out of a JSON array or a table. `present` are those that are there already.
 */
export function readAddresses(text: string, present: Iterable<string> = []): ReadAddresses {
  const seen = new Set([...present].map(key));
  const read = { addresses: new Set<string>(), duplicates: new Set<string>(), refused: new Set<string>() };
  const clean = replaceInvisible(text, (character) =>
    /[\t\r\n\u0085\u2028\u2029]/.test(character) ? '\n' : '',
  );
  for (const candidate of clean.split('\n').flatMap(candidatesIn)) {
    if (!isAddress(candidate)) {
      read.refused.add(candidate.slice(0, MAX_REFUSED_LENGTH));
    } else if (seen.has(key(candidate))) {
      read.duplicates.add(candidate);
    } else {
      seen.add(key(candidate));
      read.addresses.add(candidate);
    }
  }
  return { addresses: [...read.addresses], duplicates: [...read.duplicates], refused: [...read.refused] };
}

/** Mail servers may tell cases apart in the part before the `@`; none does. */
function key(address: string): string {
  return address.toLowerCase();
}

/** Whether a text is an address that a person could have: tolerant, since the server has the last word. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [name, host] = [text.slice(0, at), text.slice(at + 1)];
  const labels = host.split('.');
  return (
    at > 0 &&
    text.length <= MAX_ADDRESS_LENGTH &&
    name.length <= MAX_NAME_LENGTH &&
    /^[^\s@"(),:;<>[\\\]]+$/.test(name) &&
    !/^\.|\.\.|\.$/.test(name) &&
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{M}\p{N}-]{1,63}$/u.test(label) && !/^-|-$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

/** A piece of a line: what is in quotes or brackets, what separates, a word, or a character that is none of them. */
const pieces = /"(?<quoted>[^"]*)"|<(?<bracketed>[^<>]*)>|(?<separator>[,;，；、])|[^\s",;<，；、]+|\S/gu;

/** What in a line may be meant as an address, cleaned. Names beside addresses are not. */
function candidatesIn(line: string): string[] {
  const entries = entriesIn(line);
  const found = entries.flatMap(({ bracketed, text, quoted }) => {
    const within = bracketed.flatMap(unwrap);
    // `Name <a@b.c>`; but somebody may have left out a comma: `x@y.z Name <a@b.c>`.
    const known = new Set(within.map(key));
    const beside = text.flatMap(unwrap).filter((word) => known.size === 0 || word.includes('@'));
    const inQuotes = known.size > 0 ? [] : quoted.filter((part) => part.includes('@')).flatMap(splitEntries);
    return [...within, ...beside.filter((word) => !known.has(key(word))), ...inQuotes];
  });
  return found.length > 0 ? found : entries.flatMap(({ quoted }) => quoted.flatMap(unwrap));
}

interface Entry {
  bracketed: string[];
  quoted: string[];
  text: string[];
}

/** What stands between commas and semicolons, those in quotes aside. */
function entriesIn(line: string): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry | undefined;
  for (const { 0: whole, groups } of line.matchAll(pieces)) {
    if (groups?.['separator'] !== undefined) {
      entry = undefined;
      continue;
    }
    if (!entry) {
      entry = { bracketed: [], quoted: [], text: [] };
      entries.push(entry);
    }
    if (groups?.['quoted'] !== undefined) {
      entry.quoted.push(groups['quoted']);
    } else if (groups?.['bracketed'] !== undefined) {
      entry.bracketed.push(groups['bracketed']);
    } else {
      entry.text.push(whole);
    }
  }
  return entries;
}

function splitEntries(text: string): string[] {
  return entriesIn(text).flatMap(({ bracketed, text }) => [...bracketed, ...text].flatMap(unwrap));
}

/** Without `mailto:`, and without what stands around a word in sentences and lists; nothing where no more is left. */
function unwrap(word: string): string[] {
  const link = /^\W{0,3}mailto:([^?]*)/i.exec(word)?.[1];
  const bare = trimmed(link === undefined ? word : decodePercent(link));
  return bare === '' ? [] : [bare];
}

const around = new Set(Array.from(' \'`"()[]{}<>.,;:!•·*|/‘’“”«»'));

function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text[start] !== '.' && around.has(text.charAt(start))) {
    start++;
  }
  while (end > start && around.has(text.charAt(end - 1))) {
    end--;
  }
  return text.slice(start, end);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
