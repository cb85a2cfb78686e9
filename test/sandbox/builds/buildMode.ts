/** What kind of build server the sandbox is: the part of its `Mode` that is of builds. */
export interface BuildMode {
  /** How long a build that is started waits, and how long it then runs. */
  buildWaitSeconds: number;
  buildRunSeconds: number;
  /**
   * How it ends. `usual`: the newest commit of a branch does not compile the first time that it is built, one build in
   * four has warnings, and the others succeed.
   */
  buildEnd: 'usual' | 'success' | 'warning' | 'failure' | 'timeout';
  /** Whether queue item, task and build have one id (api/README 11.3, D) or three. */
  buildIds: 'same' | 'different';
  /** The answer of `builds/{b}/status`. */
  buildStatusForm: 'number' | 'object';
  /** What the rows of `build/v1/builds` tell: all that a build has, or what is proven alone. */
  buildRows: 'full' | 'bare';
  /** The log by the id of the queue: grows while the build runs, comes at its end, or there is no such route. */
  queueLog: 'growing' | 'atEnd' | 'absent';
  /** Its type. */
  queueLogType: 'text' | 'bytes';
  /** How long a log is at least, in bytes; 0: as long as it is. */
  logBytes: number;
  /** What cancels a build: the POST of the third version, or the older GET alone. */
  cancelRoute: 'post' | 'get';
  /** Whether a build can be started with variables of its own. */
  startWithVariables: boolean;
  /** Whether a build that succeeded has artifacts. */
  artifacts: 'usual' | 'none';
  /** How long the first artifact is; 0: as long as it is. */
  artifactBytes: number;
  /** After how many days the artifacts and the log of a build are gone; 0: never. */
  retentionDays: number;
  /** Whether there is something under way of others: builds, a run of a publish flow, a build of a sub-organization. */
  othersUnderWay: boolean;
}

export const usualBuildMode: Readonly<BuildMode> = {
  buildWaitSeconds: 6,
  buildRunSeconds: 60,
  buildEnd: 'usual',
  buildIds: 'same',
  buildStatusForm: 'number',
  buildRows: 'full',
  queueLog: 'growing',
  queueLogType: 'text',
  logBytes: 0,
  cancelRoute: 'post',
  startWithVariables: true,
  artifacts: 'usual',
  artifactBytes: 0,
  retentionDays: 0,
  othersUnderWay: false,
};

/** JSON Schema of each, for the control route. */
export const buildModeSchema = {
  buildWaitSeconds: { type: 'number', minimum: 0 },
  buildRunSeconds: { type: 'number', minimum: 0 },
  buildEnd: { enum: ['usual', 'success', 'warning', 'failure', 'timeout'] },
  buildIds: { enum: ['same', 'different'] },
  buildStatusForm: { enum: ['number', 'object'] },
  buildRows: { enum: ['full', 'bare'] },
  queueLog: { enum: ['growing', 'atEnd', 'absent'] },
  queueLogType: { enum: ['text', 'bytes'] },
  logBytes: { type: 'integer', minimum: 0 },
  cancelRoute: { enum: ['post', 'get'] },
  startWithVariables: { type: 'boolean' },
  artifacts: { enum: ['usual', 'none'] },
  artifactBytes: { type: 'integer', minimum: 0 },
  retentionDays: { type: 'number', minimum: 0 },
  othersUnderWay: { type: 'boolean' },
} as const;
