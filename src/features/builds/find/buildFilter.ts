import type { BuildStatus } from '../../../api/builds/buildStatus';
import type { Branch, Build, BuildProfile } from '../../../api/builds/model';
import { foldText } from '../../../support/foldText';

export const statusChoices = ['failed', 'underWay', 'warnings'] as const;

/** What somebody looks for builds by. */
export type StatusChoice = (typeof statusChoices)[number];

/** Which rows of the Builds view are shown. */
export interface BuildFilter {
  /** Part of a name, of what a commit says, of who made it; or the beginning of a hash. Folded on both sides. */
  readonly text: string;
  readonly statuses: readonly StatusChoice[];
  /** Only the branch that is checked out in the active repository. */
  readonly checkedOut: boolean;
}

export const noBuildFilter: BuildFilter = { text: '', statuses: [], checkedOut: false };

export function isFilteringBuilds({ text, statuses, checkedOut }: BuildFilter): boolean {
  return text !== '' || statuses.length > 0 || checkedOut;
}

const wantedBy: Readonly<Record<StatusChoice, readonly BuildStatus[]>> = {
  failed: ['failed', 'timedOut'],
  underWay: ['waiting', 'running'],
  warnings: ['succeededWithWarnings'],
};

/** Whether a status is one of those that are looked for. Whatever has none is not. */
export function hasStatus({ statuses }: BuildFilter, status: BuildStatus | undefined): boolean {
  return (
    statuses.length === 0 ||
    (status !== undefined && statuses.some((choice) => wantedBy[choice].includes(status)))
  );
}

/** Whether one of these texts has what was typed, or a hash begins with it. */
export function hasText(
  { text }: BuildFilter,
  texts: readonly (string | undefined)[],
  hash?: string,
): boolean {
  const wanted = foldText(text);
  return (
    wanted === '' ||
    texts.some((one) => one !== undefined && foldText(one).includes(wanted)) ||
    (hash ?? '').toLowerCase().startsWith(wanted)
  );
}

export function profileHasText(filter: BuildFilter, { id, name, repositoryName }: BuildProfile): boolean {
  return hasText(filter, [name, repositoryName]) || foldText(filter.text) === foldText(id);
}

/** What is below a branch is shown whole where its name is what is looked for. */
export function branchHasText(filter: BuildFilter, { name }: Branch): boolean {
  return hasText(filter, [name]);
}

export function buildHasText(filter: BuildFilter, build: Build): boolean {
  const { subject, author, workflowName, hash } = build;
  return hasText(filter, [subject, author, workflowName], hash);
}
