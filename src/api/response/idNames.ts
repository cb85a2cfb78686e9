/** Names that hold the rows of an answer and say nothing of them. */
const wrappers = new Set(['data', 'items', 'results', 'records', 'rows', 'values', 'item1', 'item2']);

/**
 * What an id in the answer of this path is called: `profileId` for `…/profiles`, `…/profiles/{profileId}` and
 * `…/profiles/3f0c6c1e-…`, `appVersionId` for `…/app-versions`. Undefined where the path says nothing.
 */
export function idNameOf(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const parameter = /^\{(.+)\}$/.exec(parts.at(-1) ?? '')?.[1];
  if (parameter !== undefined && isIdName(parameter) && parameter.toLowerCase() !== 'id') {
    return parameter;
  }
  const list = parts.findLast(
    (part) => /^[a-z]/i.test(part) && !/^v\d+$/i.test(part) && !looksLikeGuid(part),
  );
  return list === undefined ? undefined : idNameIn(list);
}

/** The name of the id of one row of a list, or of an object: `branchId` for `branches`. Undefined for wrappers. */
export function idNameIn(list: string): string | undefined {
  const text = list.replace(/[^\p{L}\p{N}]+(.)?/gu, (_, next: string | undefined) =>
    (next ?? '').toUpperCase(),
  );
  return text === '' || wrappers.has(text.toLowerCase())
    ? undefined
    : `${singular(text.charAt(0).toLowerCase() + text.slice(1))}Id`;
}

/** `id`, `profileId`, `profileID`, `profile_id` and their plurals; not `paid` or `valid`. */
export function isIdName(name: string): boolean {
  return /^(id|ID|Id)s?$|([\p{Ll}\p{N}]I[dD]|[_-]id)s?$/u.test(name);
}

/** `testingGroupId` of `testingGroupIds`. */
export function singularId(name: string): string {
  return name.replace(/s$/, '');
}

export function looksLikeGuid(text: string): boolean {
  return /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(text);
}

function singular(word: string): string {
  if (/[^aeiou]ies$/i.test(word)) {
    return `${word.slice(0, -3)}y`;
  }
  if (/(ss|bus|tus|alias|x|zz|ch|sh)es$/i.test(word)) {
    return word.slice(0, -2);
  }
  return /[^su]s$/i.test(word) && !/(sis|news|series)$/i.test(word) ? word.slice(0, -1) : word;
}
