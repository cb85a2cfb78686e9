import { parseJson } from '../../../api/decode';

/** More than any answer to the first message of a client has. */
const MAX_CHARACTERS = 256 * 1024;

interface StreamEvent {
  type: string;
  data: string;
}

/**
 * The first message in an answer of streamable HTTP: the JSON itself, or the data of the first event. Undefined where
 * that is of another type: `endpoint` is how the older protocol names the address that it wants to be spoken to at.
 */
export async function firstMessage(response: Response): Promise<unknown> {
  const isStream = response.headers.get('content-type')?.toLowerCase().startsWith('text/event-stream');
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const event = isStream ? wholeEvents(text).find(({ data }) => data !== '') : undefined;
    if (event) {
      return event.type === 'message' ? parseJson(event.data) : undefined;
    }
    if (text.length > MAX_CHARACTERS) {
      return undefined;
    }
  }
  return isStream ? undefined : parseJson(text);
}

function wholeEvents(text: string): StreamEvent[] {
  const blocks = text.replaceAll(/\r\n?/g, '\n').split('\n\n').slice(0, -1);
  return blocks.map((block) => {
    const lines = block.split('\n');
    const values = (name: string) =>
      lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trim());
    return { type: values('event').at(-1) ?? 'message', data: values('data').join('\n') };
  });
}
