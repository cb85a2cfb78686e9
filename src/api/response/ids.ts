import { idNameIn, isIdName, looksLikeGuid, singularId } from './idNames';
import { JsonTokens, stringIn } from './jsonTokens';

/** An id in a shown text: offsets of the value without its quotes, and the variable that it would be used as. */
export interface IdInText {
  start: number;
  end: number;
  value: string;
  /** `profileId`; `id` where nothing says of what. */
  name: string;
}

const MAX_IDS = 2_000;
const MAX_TEXT_LENGTH = 1024 * 1024;
/** How far up a name is looked for. Real answers are not a tenth as deep. */
const MAX_LEVELS = 64;

/** An object or a list that is open, and the property that holds it, where one does. */
interface Open {
  name: string | undefined;
  list: boolean;
}

/**
 * The ids in a JSON text: texts whose property is named like one and that look like one, also in lists. A plain `id`
 * is called after the nearest list or object that has a name, else `plainName`, which comes from the path of the
 * request (`idNameOf`). The first 2,000 within the first megabyte: links in an editor, no search.
 */
export function idsIn(text: string, plainName?: string): IdInText[] {
  const tokens = new JsonTokens(text);
  const found: IdInText[] = [];
  const open: Open[] = [];
  let name: string | undefined;
  let before = '';
  for (let token = tokens.next(); token !== ''; token = tokens.next()) {
    if (tokens.end > MAX_TEXT_LENGTH || found.length === MAX_IDS) {
      break;
    }
    if (token === ':') {
      name = before.startsWith('"') ? stringIn(before) : undefined;
    } else if (token === '{' || token === '[') {
      open.push({ name, list: token === '[' });
      name = undefined;
    } else if (token === '}' || token === ']') {
      open.pop();
      name = undefined;
    } else if (token === ',') {
      name = undefined;
    } else if (token === '"') {
      const parent = open.at(-1);
      const held = name ?? (parent?.list ? parent.name : undefined);
      const value = text.slice(tokens.start + 1, tokens.end - 1);
      if (held !== undefined && isId(held, value)) {
        const called = nameFor(held, name === undefined ? open.slice(0, -1) : open) ?? plainName ?? 'id';
        found.push({ start: tokens.start + 1, end: tokens.end - 1, value, name: called });
      }
    }
    before = tokens.token;
  }
  return found;
}

/** A GUID is believed under more names than any other text: `appid`, but not `paid`. None is the all-zero GUID. */
function isId(name: string, value: string): boolean {
  if (looksLikeGuid(value)) {
    return /ids?$/i.test(name) && /[^0-]/.test(value);
  }
  return isIdName(name) && /^[\w.:-]{1,128}$/.test(value);
}

function nameFor(held: string, around: readonly Open[]): string | undefined {
  if (!/^ids?$/i.test(held)) {
    return singularId(held);
  }
  return around
    .slice(-MAX_LEVELS)
    .map(({ name }) => (name === undefined ? undefined : idNameIn(name)))
    .findLast((called) => called !== undefined);
}
