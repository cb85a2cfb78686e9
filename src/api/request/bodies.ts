import { escapedLines, visibleText } from '../../support/visibleText';
import { fileLine } from './files';
import { isForm, isJson, isMultipart } from './mediaTypes';
import { jsonString } from './parse/quoting';
import { refusedSyntax } from './parse/refusals';
import type { BodyPart } from './request';

/** A body before it is written or sent. */
export interface TextBody {
  readonly mediaType: string;
  readonly text: string;
  /** What it is made of where files are in it: then the text is empty. */
  readonly parts?: readonly BodyPart[];
}

/** The text as it is sent: the lines of a multipart body end with CR LF, as its format demands. */
export function sentText({ mediaType, text }: Pick<TextBody, 'mediaType' | 'text'>): string {
  return isMultipart(mediaType) ? text.replace(/\r\n|\n/g, '\r\n') : text;
}

/** How a body stands in a document. */
export interface WrittenBody {
  readonly quoted: boolean;
  readonly text: string;
}

/**
 * Writes a body so that it reads back the same. JSON stays JSON, of the same meaning: what would be taken for a
 * variable, or could not be seen, is escaped in its strings. Other text is quoted where it would not come back.
 */
export function writeBody(body: TextBody): WrittenBody {
  if (body.parts) {
    return { quoted: false, text: body.parts.map(partText).join('') };
  }
  if (isJson(body.mediaType) && isJsonText(body.text)) {
    const text = body.text.replace(/\r\n|\r/g, '\n').trim();
    return { quoted: false, text: escapedLines(text.replaceAll('{{', '{\\u007b')) };
  }
  const sent = sentText(body);
  const text = isMultipart(body.mediaType) ? sent.replaceAll('\r\n', '\n') : sent;
  const isWrapped = isForm(body.mediaType);
  if (!comesBack(text) || (isWrapped && /\n[ \t]*&/.test(text))) {
    return { quoted: true, text: jsonString(sent) };
  }
  // A field in each line.
  return { quoted: false, text: isWrapped ? text.replace(/(?!^)&/g, '\n&') : text };
}

function partText(part: BodyPart): string {
  return typeof part === 'string' ? part.replaceAll('\r\n', '\n') : fileLine(part);
}

/** Whether a text, written into a document as it stands, is read back the same. */
export function comesBack(text: string): boolean {
  const lines = text.split('\n');
  const ends = [lines[0] ?? '', lines.at(-1) ?? ''];
  return (
    !text.includes('{{') &&
    ends.every((line) => line.trim() !== '') &&
    !lines.some((line) => line.startsWith('###') || refusedSyntax(line) !== undefined) &&
    visibleText(text.replace(/[\n\t]/g, '')) === text.replace(/[\n\t]/g, '')
  );
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
