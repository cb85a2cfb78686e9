/** What the steps of an iOS build write: as fastlane's wrappers and xcodebuild do, written anew. */
import {
  blue,
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

const root = repositoryOf.ios;
const sources = [
  'App/HarborNotesApp', 'App/AppDelegate', 'App/Routes', 'Notes/Note', 'Notes/NoteList', 'Notes/NoteEditor',
  'Notes/NoteSearch', 'Drafts/Draft', 'Drafts/DraftList', 'Drafts/DraftStore', 'Sync/SyncQueue', 'Sync/Conflict',
  'Sync/Transfer', 'Settings/SettingsView', 'Settings/Theme', 'Share/ShareSheet', 'Share/LinkPreview',
]; // prettier-ignore

const compile = (name: string): string =>
  `SwiftCompile normal arm64 Compiling\\ ${name.split('/').at(-1) ?? ''}.swift ${root}/HarborNotes/${name}.swift (in target 'HarborNotes' from project 'HarborNotes')`;

const failingLines = (): string[] => {
  const { path, line, column, message } = compileError.ios;
  return [
    `${root}/${path}:${line}:${column}: error: ${message}`,
    '    draft.savedAt = .now',
    '    ~~~~~ ^~~~~~~',
    `${root}/HarborNotes/Drafts/DraftList.swift:41:23: error: cannot infer contextual base in reference to member 'now'`,
    '    .sorted { $0.savedAt ?? .now > $1.savedAt ?? .now }',
    '                            ~^~~',
    '',
    red('** ARCHIVE FAILED **'),
    '',
    '',
    'The following build commands failed:',
    `\t${compile('Drafts/DraftStore')}`,
    '(1 failure)',
    '@@[error] Command failed with exit code 65',
  ];
};

const build = (end: BuildEnd): Step => {
  const command = `@@[command] xcodebuild -workspace ${root}/HarborNotes.xcworkspace -scheme HarborNotes -configuration Release -archivePath build/HarborNotes.xcarchive archive`;
  const begin = [
    command,
    'Command line invocation:',
    '    /Applications/Xcode.app/Contents/Developer/usr/bin/xcodebuild archive',
    '',
    blue('note: Using new build system'),
    'CreateBuildDescription',
  ];
  const warning = `${root}/HarborNotes/Settings/Theme.swift:88:17: ${yellow('warning:')} 'init(_:bundle:)' was deprecated in iOS 18.0`;
  const shared = {
    name: 'Xcodebuild for Devices',
    version: '3.1.0',
    weight: 12,
    more: (nth: number) => compile(`Generated/Localized${nth}`),
  };
  const at = sources.indexOf('Drafts/DraftStore') + 1;
  switch (end) {
    case 'failure':
      return {
        ...shared,
        lines: [...begin, ...sources.slice(0, at).map(compile), warning, ...failingLines()],
        outcome: 'failed',
      };
    case 'timeout':
      return {
        ...shared,
        lines: [
          ...begin,
          ...sources.slice(0, 6).map(compile),
          '@@[error] The build was stopped: it ran longer than 60 minutes',
        ],
        outcome: 'stopped',
      };
    case 'success':
    case 'warning':
      return {
        ...shared,
        lines: [
          ...begin,
          ...sources.map(compile),
          warning,
          "Ld build/HarborNotes.app/HarborNotes normal (in target 'HarborNotes' from project 'HarborNotes')",
          "CodeSign build/HarborNotes.app (in target 'HarborNotes' from project 'HarborNotes')",
          '    Signing Identity:     "Apple Distribution: Harbor Labs (8Q2W5Z7H3K)"',
          green('** ARCHIVE SUCCEEDED **'),
          '@@[command] xcodebuild -exportArchive -archivePath build/HarborNotes.xcarchive -exportPath output',
          green('** EXPORT SUCCEEDED **'),
        ],
      };
  }
};

export function iosSteps(end: BuildEnd, facts: LogFacts): Step[] {
  return [
    gitClone('ios', facts),
    {
      name: 'Install Certificates & Provisions',
      version: '2.2.0',
      weight: 1,
      lines: [
        'Certificate "Apple Distribution: Harbor Labs (8Q2W5Z7H3K)" was installed.',
        'Profile "Harbor Notes Ad Hoc" was installed.',
      ],
      shortEnd: true,
    },
    {
      name: 'CocoaPods Install',
      version: '1.4.2',
      weight: 3,
      lines: [
        `@@[command] pod install --project-directory=${root}`,
        'Analyzing dependencies',
        'Downloading dependencies',
        green('Installing GRDB.swift (6.29.1)'),
        green('Installing Kingfisher (8.1.0)'),
        'Generating Pods project',
        'Integrating client project',
        green(
          'Pod installation complete! There are 2 dependencies from the Podfile and 2 total pods installed.',
        ),
      ],
    },
    swiftLint(end),
    build(end),
    ...exportSteps(['HarborNotes.ipa', 'HarborNotes.app.dSYM.zip', 'ac_post_process_output.json']),
  ];
}

/** It may fail without stopping the build. */
function swiftLint(end: BuildEnd): Step {
  const violation = `${root}/HarborNotes/Notes/NoteSearch.swift:57:1: warning: Line Length Violation: Line should be 120 characters or less; currently it has 131 characters (line_length)`;
  const shared = { name: 'SwiftLint', version: '1.1.0', weight: 2 };
  return end === 'warning'
    ? {
        ...shared,
        lines: [
          '@@[command] swiftlint lint --strict',
          violation,
          'Done linting! Found 1 violation, 1 serious in 17 files.',
          '@@[warning] SwiftLint found 1 violation',
        ],
        outcome: 'allowed',
      }
    : { ...shared, lines: ['@@[command] swiftlint lint', 'Done linting! Found 0 violations in 17 files.'] };
}
