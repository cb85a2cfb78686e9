/** A list in the answer of a tool that may be long: there it is `{"items": […], "leftOut": 3}`, the first items first. */
export class BoundedList<Item> {
  constructor(
    readonly items: readonly Item[],
    /** How many there are beside these. */
    readonly leftOut: number,
  ) {}
}

/** The first `limit` of these, and how many more there are. `elsewhere` counts those that were left out before. */
export function boundedList<Item>(items: readonly Item[], limit: number, elsewhere = 0): BoundedList<Item> {
  return new BoundedList(items.slice(0, limit), Math.max(0, items.length - limit) + elsewhere);
}
