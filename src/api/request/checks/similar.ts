/** What is longer is no name that somebody mistyped. */
const MAX_NAME_LENGTH = 80;
const MAX_NAMES = 2000;
const MAX_SIMILAR = 3;

/** The names that another one was probably meant to be, the likeliest first. */
export function similarNames(name: string, names: Iterable<string>): string[] {
  if (name === '' || name.length > MAX_NAME_LENGTH) {
    return [];
  }
  const close: { other: string; distance: number }[] = [];
  let left = MAX_NAMES;
  for (const other of names) {
    if (left-- === 0) {
      break;
    }
    const most = Math.max(1, Math.floor(Math.max(name.length, other.length) / 3));
    const distance = distanceOf(name, other, most);
    if (other !== name && distance <= most) {
      close.push({ other, distance });
    }
  }
  return close
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_SIMILAR)
    .map(({ other }) => other);
}

/** How many letters were left out, added, changed or swapped; their case counts for nothing. More than `most` is infinite. */
export function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || other.length > MAX_NAME_LENGTH) {
    return Infinity;
  }
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, nth) => nth);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = row;
  }
  const distance = last[b.length] ?? 0;
  return distance > most ? Infinity : distance;
}
