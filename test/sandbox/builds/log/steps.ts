/** What the steps of all builds have in common. All of it is made up. */

/** How a build ends that nobody cancels. */
export type BuildEnd = 'success' | 'warning' | 'failure' | 'timeout';

export type Platform = 'ios' | 'android';

/** What is in a log because of what was built. */
export interface LogFacts {
  branchName: string;
  hash: string;
  subject: string;
}

/** A step. A line may hold carriage returns (a bar that is drawn anew) and colors. */
export interface Step {
  name: string;
  version: string;
  /** How long it takes, beside the others. */
  weight: number;
  lines: readonly string[];
  eol?: '\r\n';
  /** `allowed`: it failed, and the build goes on. */
  outcome?: 'failed' | 'allowed' | 'stopped';
  /** More lines of its kind, for logs that have to be long. */
  more?: (nth: number) => string;
  /** The end marker has the name alone. */
  shortEnd?: boolean;
}

export const escape = '\u001b';
export const red = (text: string): string => `${escape}[31m${text}${escape}[0m`;
export const green = (text: string): string => `${escape}[32m${text}${escape}[0m`;
export const yellow = (text: string): string => `${escape}[1;33m${text}${escape}[0m`;
export const blue = (text: string): string => `${escape}[34m${text}${escape}[0m`;

/** Where a runner has the sources. */
export const repositoryOf: Record<Platform, string> = {
  ios: '/Volumes/agent-disk/agent/workflow_data/hkw3p1dz.c4q/_appcircle_temp/Repository',
  android: '/home/agent/workflow_data/t0vq5mxa.1nb/_appcircle_temp/Repository',
};

/** What stops a build that fails: the place in the repository, and what the compiler says of it. */
export const compileError: Record<Platform, { path: string; line: number; column: number; message: string }> =
  {
    ios: {
      path: 'HarborNotes/Drafts/DraftStore.swift',
      line: 12,
      column: 5,
      message: "value of type 'Draft' has no member 'savedAt'",
    },
    android: {
      path: 'app/src/main/java/com/harborlabs/notes/drafts/DraftStore.kt',
      line: 12,
      column: 5,
      message: "Unresolved reference 'savedAt'.",
    },
  };

/** A token that stands in every log, as in an address that git was given. What shows a log masks it. */
export const logSecret = 'ghs_SandboxSentinelInLog0123456789abcdef';

/** The first step of every build. */
export function gitClone(platform: Platform, { branchName, hash, subject }: LogFacts): Step {
  const repository = `harbor-labs/harbor-notes-${platform}`;
  return {
    name: 'Git Clone',
    version: '2.0.3',
    weight: 1,
    lines: [
      `@@[command] git clone --branch ${branchName} https://x-access-token:${logSecret}@github.com/${repository}.git`,
      `Cloning into '${repositoryOf[platform]}'...`,
      'remote: Enumerating objects: 412, done.',
      'remote: Counting objects:  24% (99/412)\rremote: Counting objects:  71% (293/412)\rremote: Counting objects: 100% (412/412), done.',
      'Receiving objects: 100% (412/412), 1.82 MiB | 9.31 MiB/s, done.',
      'Resolving deltas: 100% (173/173), done.',
      `HEAD is now at ${hash.slice(0, 8)} ${subject}`,
    ],
  };
}

/** The last steps of a build that gets so far. */
export function exportSteps(files: readonly string[]): Step[] {
  return [
    {
      name: 'Export Build Artifacts',
      version: '1.3.1',
      weight: 1,
      lines: [
        ...files.map((file) => `Exporting ${file}`),
        `${files.length} files were handed over, checksums match.`,
      ],
    },
  ];
}
