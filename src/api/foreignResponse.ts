import { mediaTypeOf } from './response/body';

/**
 * The type of a body that is not Appcircle's, undefined for one that is. Its API and its auth service say what went
 * wrong in JSON, or in nothing (api/README 1.6); whatever else comes is from a proxy, a firewall, the sign-in page of
 * a network, or another server. What begins like a web page is `text/html`, whatever it is called; empty where nothing
 * names the type. `whole` is false for the beginning of a longer text.
 */
export function foreignTypeOf(
  contentType: string | undefined,
  text: string,
  whole = true,
): string | undefined {
  const type = mediaTypeOf(contentType);
  const said = text.trim();
  if (said === '') {
    // Nobody announces a page or a picture and sends nothing, but who takes the place of a server.
    return /^text\/html$|^application\/xhtml\+xml$|^image\//.test(type) ? type : undefined;
  }
  const isJson = /[/+]json$/.test(type);
  const isOwn = whole ? isJsonText(said, isJson) : isJson && /^["[{]/.test(said);
  if (isOwn) {
    return undefined;
  }
  return looksLikePage(said) ? 'text/html' : type;
}

/** Any JSON where it is called so; else an object or a list: a word or a number may be anybody's. */
function isJsonText(text: string, isCalledJson: boolean): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isCalledJson || (typeof value === 'object' && value !== null);
  } catch {
    return false;
  }
}

function looksLikePage(text: string): boolean {
  return text.startsWith('<') && /<(!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 1000));
}
