/** A script of a page: where it lies, or what it says. */
export type PageScript = { readonly src: string } | { readonly code: string };

/** What of a page may name documents. */
export interface PageParts {
  /** The scripts that a browser would run, in the order of the page. */
  readonly scripts: readonly PageScript[];
  /** Addresses in the attributes that Redoc, RapiDoc, Elements and Scalar read. */
  readonly addresses: readonly string[];
  /** JSON in an attribute that Scalar reads. */
  readonly configurations: readonly string[];
}

/** What stands in these is text or never shown: a `<script` there is none. */
const opaque = new Set(['title', 'textarea', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript']);

const addressAttributes = new Set(['spec-url', 'data-url', 'apidescriptionurl']);

/** Attributes that are kept of all tags together; a page has a few. */
const MAX_ATTRIBUTES = 200;

/**
 * Reads a page once from its begin to its end. A script that is never closed is none, and a `</script` closes it
 * wherever it stands, in a string too.
 */
export function partsOfPage(html: string): PageParts {
  const scripts: PageScript[] = [];
  const addresses: string[] = [];
  const configurations: string[] = [];
  let at = html.indexOf('<');
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      // From within the opening, so that `<!-->` is a whole comment, as it is for a browser.
      at = after(html, '-->', at + 2);
    } else if (/[a-z]/i.test(html.charAt(at + 1))) {
      const tag = readTag(html, at + 1);
      at = tag.end;
      if (tag.name === 'script' || opaque.has(tag.name)) {
        const close = closingTag(html, tag.name, at);
        if (tag.name === 'script' && close < html.length && isJavaScript(tag.type)) {
          scripts.push(tag.src === undefined ? { code: html.slice(at, close) } : { src: tag.src });
        }
        at = close;
      }
      if (addresses.length + configurations.length < MAX_ATTRIBUTES) {
        addresses.push(...tag.addresses);
        configurations.push(...(tag.configuration === undefined ? [] : [tag.configuration]));
      }
    } else {
      at++;
    }
    at = at >= html.length ? -1 : html.indexOf('<', at);
  }
  return { scripts, addresses, configurations };
}

interface Tag {
  name: string;
  src?: string;
  type?: string;
  addresses: string[];
  configuration?: string;
  /** Where the text after the tag begins. */
  end: number;
}

/** Reads a tag from its name on; of an attribute that comes twice the first counts. */
function readTag(html: string, at: number): Tag {
  const nameEnd = pastAll(html, at, isNamePart);
  const tag: Tag = { name: html.slice(at, nameEnd).toLowerCase(), addresses: [], end: nameEnd };
  while (tag.end < html.length && html.charAt(tag.end) !== '>') {
    const attributeEnd = pastAll(html, tag.end, isAttributePart);
    const attribute = html.slice(tag.end, attributeEnd).toLowerCase();
    // What is no part of a name goes by itself, or this would stand still.
    tag.end = pastAll(html, Math.max(attributeEnd, tag.end + 1), isSpace);
    let value = '';
    if (attribute !== '' && html.charAt(tag.end) === '=') {
      const read = readValue(html, pastAll(html, tag.end + 1, isSpace));
      value = read.text;
      tag.end = read.end;
    }
    if (attribute === 'src' || attribute === 'type') {
      tag[attribute] ??= value;
    } else if (addressAttributes.has(attribute) && value !== '') {
      tag.addresses.push(value);
    } else if (attribute === 'data-configuration') {
      tag.configuration ??= value;
    }
  }
  tag.end++;
  return tag;
}

function readValue(html: string, at: number): { text: string; end: number } {
  const quote = html.charAt(at);
  const isQuoted = quote === '"' || quote === "'";
  const begin = isQuoted ? at + 1 : at;
  const end = isQuoted
    ? pastAll(html, begin, (character) => character !== quote)
    : pastAll(html, begin, (character) => !isSpace(character) && character !== '>');
  return { text: withoutEntities(html.slice(begin, end)), end: isQuoted ? end + 1 : end };
}

const entities = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#x22;', '"'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
]);

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:quot|lt|gt|amp|#\d\d|#x\d\d);/gi,
    (entity) => entities.get(entity.toLowerCase()) ?? entity,
  );
}

function isJavaScript(type: string | undefined): boolean {
  return !type || /^\s*(module|(text|application)\/(x-)?(java|ecma)script\s*(;|$))/i.test(type);
}

/** Where the element's closing tag begins; the end of the page where it has none. */
function closingTag(html: string, name: string, at: number): number {
  const closing = /<\/([a-z]{1,8})[\s/>]/gi;
  closing.lastIndex = at;
  let found = closing.exec(html);
  while (found && found[1]?.toLowerCase() !== name) {
    found = closing.exec(html);
  }
  return found?.index ?? html.length;
}

/** Where the text after the next `mark` begins; the end of the page where there is none. */
function after(html: string, mark: string, at: number): number {
  const found = html.indexOf(mark, at);
  return found < 0 ? html.length : found + mark.length;
}

function pastAll(html: string, at: number, isMeant: (character: string) => boolean): number {
  let end = at;
  while (end < html.length && isMeant(html.charAt(end))) {
    end++;
  }
  return end;
}

function isNamePart(character: string): boolean {
  return !isSpace(character) && character !== '/' && character !== '>';
}

function isAttributePart(character: string): boolean {
  return isNamePart(character) && character !== '=';
}

function isSpace(character: string): boolean {
  return character !== '' && character <= ' ' && ' \t\n\f\r'.includes(character);
}
