import { suggestedFileName } from '../response/fileName';

/** What there is to call a file by. Untrusted texts. */
interface AppFile {
  readonly id: string;
  readonly fileName: string | undefined;
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** A name for the file of an app: the one that it was uploaded with, else one made of what is known; cleaned. */
export function suggestedAppFileName({ fileName, name, version, id }: AppFile): string {
  const made = [name ?? id, version].filter((part) => part !== undefined).join('-');
  return suggestedFileName([], encodeURIComponent((fileName ?? made).replaceAll(/\p{Surrogate}/gu, '')));
}
