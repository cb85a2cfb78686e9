/** An object, some of whose properties are asked for each time. */
export function live(getters: Record<string, () => unknown>, rest: object): object {
  for (const [name, get] of Object.entries(getters)) {
    Object.defineProperty(rest, name, { get, enumerable: true, configurable: true });
  }
  return rest;
}
