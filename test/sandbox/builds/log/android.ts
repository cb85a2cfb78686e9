/** What the steps of an Android build write: as Gradle, the Kotlin compiler and JUnit do, written anew. */
import {
  compileError,
  exportSteps,
  gitClone,
  green,
  red,
  repositoryOf,
  yellow,
  type BuildEnd,
  type LogFacts,
  type Step,
} from './steps';

const root = repositoryOf.android;

const tasks = [
  'preBuild UP-TO-DATE', 'preReleaseBuild UP-TO-DATE', 'generateReleaseBuildConfig', 'generateReleaseResValues',
  'mergeReleaseResources', 'processReleaseManifest', 'processReleaseResources', 'kspReleaseKotlin',
]; // prettier-ignore

const laterTasks = [
  'compileReleaseKotlin', 'compileReleaseJavaWithJavac', 'mergeReleaseAssets', 'dexBuilderRelease', 'minifyReleaseWithR8',
  'packageRelease', 'assembleRelease', 'bundleRelease',
]; // prettier-ignore

const task = (name: string): string => `> Task :app:${name}`;

const failingLines = (): string[] => {
  const { path, line, column, message } = compileError.android;
  return [
    `> Task :app:compileReleaseKotlin ${red('FAILED')}`,
    `w: file://${root}/app/src/main/java/com/harborlabs/notes/Theme.kt:88:17 'getColor(Int): Int' is deprecated. Deprecated in Java.`,
    `e: file://${root}/${path}:${line}:${column} ${message}`,
    `e: file://${root}/app/src/main/java/com/harborlabs/notes/drafts/DraftList.kt:41:23 Overload resolution ambiguity between candidates`,
    '',
    'FAILURE: Build failed with an exception.',
    '',
    '* What went wrong:',
    "Execution failed for task ':app:compileReleaseKotlin'.",
    '> A failure occurred while executing org.jetbrains.kotlin.compilerRunner.GradleCompilerRunnerWithWorkers$GradleKotlinCompilerWorkAction',
    '   > Compilation error. See log for more details',
    '',
    red('BUILD FAILED in 1m 12s'),
    '9 actionable tasks: 7 executed, 2 up-to-date',
    '@@[error] Gradle ended with exit code 1',
  ];
};

const build = (end: BuildEnd): Step => {
  const begin = [
    '@@[command] ./gradlew app:assembleRelease app:bundleRelease',
    'Starting a Gradle Daemon (subsequent builds will be faster)',
    ...tasks.map(task),
  ];
  const shared = {
    name: 'Android Build',
    version: '2.4.1',
    weight: 12,
    eol: '\r\n',
    more: (nth: number) => task(`generatedModule${nth}:compileReleaseKotlin`),
  } as const;
  switch (end) {
    case 'failure':
      return { ...shared, lines: [...begin, ...failingLines()], outcome: 'failed' };
    case 'timeout':
      return {
        ...shared,
        lines: [...begin, '@@[error] The build was stopped: it ran longer than 60 minutes'],
        outcome: 'stopped',
      };
    case 'success':
    case 'warning':
      return {
        ...shared,
        lines: [
          ...begin,
          ...laterTasks.map(task),
          '',
          green('BUILD SUCCESSFUL in 1m 48s'),
          '17 actionable tasks: 15 executed, 2 up-to-date',
        ],
      };
  }
};

export function androidSteps(end: BuildEnd, facts: LogFacts): Step[] {
  return [
    gitClone('android', facts),
    {
      name: 'Install Node',
      version: '1.0.4',
      weight: 1,
      lines: ['@@[command] nvm install 22', 'Now using node v22.11.0 (npm v10.9.0)'],
      shortEnd: true,
    },
    unitTests(end),
    build(end),
    ...(end === 'success' || end === 'warning'
      ? [
          {
            name: 'Android Sign',
            version: '1.2.9',
            weight: 1,
            lines: [
              '@@[command] apksigner sign --ks harbor.keystore app-release-unsigned.apk',
              'Signed app-release.apk',
              'jar signed.',
            ],
          },
        ]
      : []),
    ...exportSteps(['app-release.apk', 'app-release.aab', 'mapping.zip', 'ac_post_process_output.json']),
  ];
}

/** They may fail without stopping the build. */
function unitTests(end: BuildEnd): Step {
  const shared = { name: 'Android Unit Test', version: '1.6.0', weight: 4, eol: '\r\n' } as const;
  const begin = ['@@[command] ./gradlew app:testReleaseUnitTest', task('testReleaseUnitTest')];
  return end === 'warning'
    ? {
        ...shared,
        lines: [
          ...begin,
          '',
          'com.harborlabs.notes.drafts.DraftStoreTest > keepsOrder FAILED',
          '    java.lang.AssertionError: expected:<2> but was:<1>',
          '        at com.harborlabs.notes.drafts.DraftStoreTest.keepsOrder(DraftStoreTest.kt:31)',
          '',
          '48 tests completed, 1 failed',
          `@@[warning] ${yellow('1 of 48 tests failed')}`,
        ],
        outcome: 'allowed',
      }
    : { ...shared, lines: [...begin, '48 tests completed'] };
}
