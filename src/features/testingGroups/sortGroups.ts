import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { compareNames } from '../../support/names';

/** Groups in the order in which the view has them. */
export function sortGroups(groups: readonly TestingGroup[]): TestingGroup[] {
  return [...groups].sort((a, b) => compareNames(a.name, b.name));
}
