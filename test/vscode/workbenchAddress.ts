/** The address of the workbench with a folder open in it. */
export function workbenchAddress(origin: string, folder: string, query: Record<string, string> = {}): string {
  const address = new URL(origin);
  address.searchParams.set('folder', folder.split('\\').join('/'));
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}
