import { l10n } from 'vscode';
import { bodyKind, decodeBody, mediaTypeOf, type BodyKind } from '../../../api/response/body';
import { charsetOf, type Charset } from '../../../api/response/charset';
import { presentJson, revealJson } from '../../../api/response/presentJson';
import { responseHeader } from '../../../api/response/responseHeaders';
import { countEvents, presentPiece, streamFormOf } from '../../../api/response/streamForm';
import type { HttpResponse } from '../../../api/transport/transport';
import { MASK, type Redactor } from '../../../support/redact';
import { visibleLines, visibleText } from '../../../support/visibleText';
import { sizeText } from '../../../ui/text/sizeText';
import { earlyEndText } from './earlyEndText';

/** What stands in the document of a response. */
export interface PresentedBody {
  text: string;
  /** How many secrets of it are masked. */
  masked: number;
}

/** What a response is shown as. Bytes that could not be unpacked are text where they read as such without a doubt. */
export function kindOf(response: HttpResponse, file: string | undefined): BodyKind {
  const kind = file ? 'binary' : bodyKind(contentTypeOf(response), response.body);
  return response.packed && charsetIn(response, kind)?.doubt ? 'binary' : kind;
}

/** How a response that is text was read. */
export function charsetIn(response: HttpResponse, kind: BodyKind): Charset | undefined {
  return kind === 'json' || kind === 'text' ? charsetOf(response.body, contentTypeOf(response)) : undefined;
}

/** The text of a response, its secrets masked (all are shown without a redactor), and whether all of it is there. */
export function presentBody(
  response: HttpResponse,
  kind: BodyKind,
  file: string | undefined,
  redactor: Redactor | undefined,
): PresentedBody {
  const presented = presentWhole(response, kind, file, redactor);
  return { ...presented, text: withEnd(presented.text, response, kind) };
}

/** The text of a document, with what stands below a body that is not all of it. */
export function withEnd(text: string, response: HttpResponse, kind: BodyKind): string {
  const { earlyEnd } = response;
  if (!earlyEnd) {
    return text;
  }
  const form = streamFormOf(kind, contentTypeOf(response));
  const events =
    form === 'events' || form === 'jsonLines' ? countEvents(receivedText(response), form) : undefined;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${earlyEndText(earlyEnd, events)}\n`;
}

function presentWhole(
  response: HttpResponse,
  kind: BodyKind,
  file: string | undefined,
  redactor: Redactor | undefined,
): PresentedBody {
  const type = contentTypeOf(response);
  switch (kind) {
    case 'json':
      return redactor
        ? presentJson(decodeBody(response.body, type), { redactor })
        : revealJson(decodeBody(response.body, type));
    case 'text':
      return presentReceived(receivedText(response), kind, type, redactor);
    case 'empty':
      return { text: response.earlyEnd ? '' : `${l10n.t('The response has no body.')}\n`, masked: 0 };
    case 'binary':
      return { text: `${file ? fileText(response, file) : binaryText(response)}\n`, masked: 0 };
  }
}

function presentReceived(
  text: string,
  kind: BodyKind,
  type: string | undefined,
  redactor: Redactor | undefined,
): PresentedBody {
  if (!redactor) {
    return { text: visibleLines(text), masked: 0 };
  }
  const shown = presentPiece(text, streamFormOf(kind, type), { contentType: type, redactor });
  return { text: shown, masked: masksIn(shown) - masksIn(text) };
}

function masksIn(text: string): number {
  return text.split(MASK).length;
}

/** Lines end as they do in a document of the editor. */
function receivedText(response: HttpResponse): string {
  return decodeBody(response.body, contentTypeOf(response)).replace(/\r\n?/g, '\n');
}

function fileText({ size }: HttpResponse, file: string): string {
  return l10n.t('The response is too large to show. Saved {0} to {1}', sizeText(size), file);
}

function binaryText(response: HttpResponse): string {
  const { packed, size } = response;
  if (packed) {
    const coding = visibleText(packed.coding);
    return packed.known
      ? l10n.t(
          'The response could not be decompressed ({0}). Select "Save to File…" above to save its {1}.',
          coding,
          sizeText(size),
        )
      : l10n.t(
          'The response is compressed with {0}, which is not supported. Select "Save to File…" above to save its {1}.',
          coding,
          sizeText(size),
        );
  }
  return l10n.t(
    'Binary response ({0}, {1}). Select "Save to File…" above.',
    mediaTypeOf(contentTypeOf(response)) || l10n.t('unknown type'),
    sizeText(size),
  );
}

function contentTypeOf({ headers }: HttpResponse): string | undefined {
  return responseHeader(headers, 'content-type');
}
