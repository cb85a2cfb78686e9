import type { JsonObject } from '../../../api/decode';
import { compareRanks, isCredentialExchange, rankOf, searchQuery } from '../../../api/openapi/rank';
import { quoted, type QuotedText } from '../../../ui/tools/quoted';
import type { Descriptions } from '../descriptions/descriptions';
import { Operations, type ListedOperation } from '../operations/operations';

/** What tools know of the API: what the account's server says of it, or else what is publicly known. */
export class AccountOperations {
  constructor(private readonly descriptions: Descriptions) {}

  /** Not those of files that a person opened: they are of no account. `refresh` asks the server for its descriptions anew. */
  async all(refresh = false): Promise<readonly ListedOperation[]> {
    if (refresh) {
      await this.descriptions.list.refresh();
    }
    const listed = await new Operations(this.descriptions).loadAll();
    return listed.filter(({ module }) => module.origin !== 'file');
  }
}

/** The operations that fit some words, the best first; exchanges of credentials, which nobody looks for, last. */
export function operationsFor(listed: readonly ListedOperation[], text: string): readonly ListedOperation[] {
  const called = operationsCalled(listed, text);
  if (called.length > 0) {
    return called;
  }
  const query = searchQuery(text);
  return listed
    .flatMap((one) => {
      const rank = rankOf(one.operation, query);
      return rank ? [{ one, rank, last: isCredentialExchange(one.operation) }] : [];
    })
    .sort((a, b) => Number(a.last) - Number(b.last) || compareRanks(a.rank, b.rank))
    .map(({ one }) => one);
}

/** Those of exactly this id, or of this method and path (`GET /build/v2/profiles`). */
export function operationsCalled(
  listed: readonly ListedOperation[],
  name: string,
): readonly ListedOperation[] {
  const wanted = name.trim();
  const byId = listed.filter(({ operation }) => operation.id === wanted);
  const key = wanted.replace(/^[a-z]+(?= )/i, (method) => method.toUpperCase());
  return byId.length > 0 ? byId : listed.filter(({ operation }) => operation.key === key);
}

/** What an operation is called by where it is passed on: unlike every other of the description. */
export function operationRef({ operation }: ListedOperation, among: readonly ListedOperation[]): string {
  const { id, key } = operation;
  return id === undefined || among.filter((one) => one.operation.id === id).length > 1 ? key : id;
}

/** A name that has to be sent back as it is: itself where it can be nothing but a name, else quoted. */
export function nameFact(name: string): string | QuotedText {
  return /^(?:[A-Z]{1,20} )?[\w./{}:~%,+-]{1,300}$/.test(name) ? name : quoted(name, 300);
}

/** The same within a sentence: what is no plain name is told by what it is. */
export function namesInSentence(names: readonly string[]): string {
  const told = names.slice(0, 15).map((name) => (/^[\w.[\]:-]{1,60}$/.test(name) ? name : '(unusual name)'));
  return names.length > told.length
    ? `${told.join(', ')}, and ${names.length - told.length} more`
    : told.join(', ');
}

/** A flag of what a model sent, which may write it as a text. */
export function isFlagSet(input: JsonObject, name: string): boolean {
  return input.raw[name] === true || input.raw[name] === 'true';
}
