import type { TestingGroup } from '../../api/testingGroups';

/** Groups in the order in which the view has them. */
export function byName(groups: readonly TestingGroup[]): TestingGroup[] {
  const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return [...groups].sort((a, b) => names.compare(a.name, b.name));
}
