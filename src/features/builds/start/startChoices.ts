import type { Branch, BuildProfile, Commit, Configuration, Workflow } from '../../../api/builds/model';

/** What a build is started of, and how, as far as it was chosen. */
export interface StartChoices {
  profile?: (Pick<BuildProfile, 'id' | 'name'> & Partial<BuildProfile>) | undefined;
  branch?: (Pick<Branch, 'id' | 'name'> & Partial<Branch>) | undefined;
  commit?: (Pick<Commit, 'id' | 'hash' | 'subject'> & Partial<Commit>) | undefined;
  /** Undefined also where the server lists none: then it takes its own. */
  workflow?: Workflow | undefined;
  configuration?: Configuration | undefined;
  /** Of this build only. */
  variables: Readonly<Record<string, string>>;
}

/** What is known before a person is asked anything: by where the command was run. */
export interface KnownChoices extends Pick<StartChoices, 'profile' | 'commit'> {
  /** Without an id it is the one of that name. */
  branch?: Pick<Branch, 'name'> & Partial<Branch>;
  workflowId?: string | undefined;
  /** Where there is no id. Untrusted text. */
  workflowName?: string | undefined;
  configurationId?: string | undefined;
  variables?: Readonly<Record<string, string>>;
}

/** The same, once it can be started. */
export type CompleteChoices = StartChoices & {
  [Choice in 'profile' | 'branch' | 'commit']: NonNullable<StartChoices[Choice]>;
};

export function areComplete(choices: StartChoices): choices is CompleteChoices {
  return choices.profile !== undefined && choices.branch !== undefined && choices.commit !== undefined;
}
