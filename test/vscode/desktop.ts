export async function runDesktop(): Promise<boolean> {
  return Promise.resolve(false);
}
