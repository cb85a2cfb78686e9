import type { Content, ResponseDescription } from './model';

/**
 * What a description says of the JSON of a response: of its status, else of its hundred, else of all others; of its
 * media type, else of JSON. Undefined where it says nothing.
 */
export function describedContent(
  responses: readonly ResponseDescription[],
  status: number,
  mediaType: string,
): Content | undefined {
  const code = String(status);
  const described =
    responses.find((one) => one.status === code) ??
    responses.find((one) => one.status.toUpperCase() === `${code.charAt(0)}XX`) ??
    responses.find((one) => one.status === 'default');
  const contents = described?.content ?? [];
  return (
    contents.find((one) => one.mediaType.toLowerCase() === mediaType) ??
    contents.find((one) => /[/+]json$/i.test(one.mediaType))
  );
}
