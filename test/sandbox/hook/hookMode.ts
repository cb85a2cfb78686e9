/** What kind of host of live logs the sandbox has: the part of its `Mode` that is of events. */
export interface HookMode {
  /**
   * How events come: in order and once, with every unkindness that clients have seen (twice, shuffled, several at once,
   * events of other names and other builds), not at all, or on connections that are cut after a few.
   */
  hookEvents: 'orderly' | 'unkind' | 'silent' | 'cut';
  /** Whether who begins to listen late is told what was written before, which is not known (api/README 11.6). */
  hookReplay: boolean;
  /** Whether messages count from 1 over the whole build, or in each step anew. */
  hookCount: 'build' | 'step';
}

export const usualHookMode: Readonly<HookMode> = {
  hookEvents: 'orderly',
  hookReplay: false,
  hookCount: 'build',
};

/** JSON Schema of each, for the control route. */
export const hookModeSchema = {
  hookEvents: { enum: ['orderly', 'unkind', 'silent', 'cut'] },
  hookReplay: { type: 'boolean' },
  hookCount: { enum: ['build', 'step'] },
} as const;
