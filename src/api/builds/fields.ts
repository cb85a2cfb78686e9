import type { components } from '../appcircle';
import type { JsonObject, KnownField } from '../decode';
import type { BuildPlatform } from './model';

type Schemas = components['schemas'];

/** Names of fields in the rows of the build module. */
export type BuildProfileField = KnownField<Schemas['BuildProfile']>;
export type BranchField = KnownField<Schemas['Branch']>;
export type CommitField = KnownField<Schemas['Commit']>;
export type BuildField = KnownField<Schemas['Build']>;
export type QueueItemField = KnownField<Schemas['QueueItem']>;
export type QueueEntryField = KnownField<Schemas['QueueEntry']>;
export type StartedField = KnownField<Schemas['BuildStarted']>;
export type WorkflowField = KnownField<Schemas['Workflow']>;
export type ConfigurationField = KnownField<Schemas['ConfigurationName']>;

/** Numbers of `os` (api/README 2.9). */
const platforms: Partial<Record<number, BuildPlatform>> = { 1: 'ios', 2: 'android', 9: 'both' };

/** The systems that `os` of a row stands for. */
export function platformIn({ raw }: JsonObject): BuildPlatform | undefined {
  return platforms[Number(raw['os'])];
}

/** The first of these ids that is one: the zero GUID stands for none (api/README 2.3). */
export function idIn<Field extends string>(row: JsonObject<Field>, ...names: Field[]): string | undefined {
  return names.map((name) => row.text(name)).find((id) => id !== undefined && !/^[0-]*$/.test(id));
}
