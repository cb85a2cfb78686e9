/** A server's id as a part of a row's, which no other can be taken for, whatever it is made of (R23). */
export function idPart(id: string): string {
  return id.replaceAll('%', '%25').replaceAll('/', '%2F');
}
