import { isLiteral } from '../../../api/request/parse/pieces';
import { parseRequests } from '../../../api/request/parse/parse';
import { safeFileName } from '../../../api/response/fileName';
import { looksLikeGuid } from '../../../api/response/idNames';
import { RequestFileEnding } from '../../../contributions';
import { replaceInvisible } from '../../../support/visibleText';

/** Characters of a title: a tab shows fewer. */
const MAX_TITLE_LENGTH = 80;

/** Characters of a file's name before its ending. */
const MAX_STEM_LENGTH = 60;

/**
 * What a new request document is called: the method of its first request, and its title, else the words of its path, as
 * `GET Versions of a profile`. It is one segment of an address, in which everything can be seen. Undefined where the text
 * has no request.
 */
export function scratchTitle(text: string): string | undefined {
  const [request] = parseRequests(text).requests;
  if (!request) {
    return undefined;
  }
  const { method, name = '', segments } = request;
  const path = segments.flatMap(({ pieces }) => pieces.map((piece) => (isLiteral(piece) ? piece.text : '')));
  const titled = name.startsWith('/') || name.startsWith(`${method} `) ? '' : name;
  const called = titled === '' ? path.filter((segment) => !looksLikeGuid(segment)).join(' ') : titled;
  return shortened(inOneSegment(`${method} ${called}`), MAX_TITLE_LENGTH);
}

/** The name itself, else the first `name 2`, `name 3`, … that is free. */
export function freeName(title: string, isTaken: (name: string) => boolean): string {
  let name = title;
  for (let number = 2; isTaken(name); number++) {
    name = `${title} ${number}`;
  }
  return name;
}

/** The file that a scratch request is proposed as: `versions-of-a-profile.appcircle.http` of `GET Versions of a profile`. */
export function requestFileName(scratch: string): string {
  const title = scratch.replace(/^[A-Z]+ (?=.)/, '').toLowerCase();
  const stem = title.match(/[\p{L}\p{M}\p{N}]+/gu)?.join('-') ?? 'request';
  return safeFileName(`${shortened(stem, MAX_STEM_LENGTH)}${RequestFileEnding}`);
}

function inOneSegment(text: string): string {
  return replaceInvisible(text, () => ' ')
    .replace(/[\s/\\]+/g, ' ')
    .trim();
}

/** No character is cut into halves. */
function shortened(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : characters.slice(0, length).join('').trim();
}
