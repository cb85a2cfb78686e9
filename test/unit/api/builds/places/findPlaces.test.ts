import { strict as assert } from 'node:assert';
import { findPlaces } from '../../../../../src/api/builds/places/findPlaces';

/** A line of a tool, and the path, line, column, severity and message that it names. */
type Row = [
  line: string,
  path: string,
  row: number | undefined,
  column: number | undefined,
  severity: string | undefined,
  message: string,
];

const repository = '/Volumes/agent-disk/agent/workflow_data/2f/AC_RepositoryPath';

const lines: Record<string, Row[]> = {
  'xcodebuild, Swift, clang': [
    [
      `${repository}/Harbor/NoteView.swift:12:5: error: cannot find 'drafts' in scope`,
      `${repository}/Harbor/NoteView.swift`,
      12,
      5,
      'error',
      "cannot find 'drafts' in scope",
    ],
    [
      `${repository}/Harbor Notes/Sync Engine.m:210:17: warning: unused variable 'x' [-Wunused-variable]`,
      `${repository}/Harbor Notes/Sync Engine.m`,
      210,
      17,
      'warning',
      "unused variable 'x' [-Wunused-variable]",
    ],
    ['Bridge.h:3:9: fatal error: file not found', 'Bridge.h', 3, 9, 'error', 'file not found'],
    ['/w/A.swift:7:2: note: did you mean this?', '/w/A.swift', 7, 2, 'info', 'did you mean this?'],
    ['❌  /w/App/A.swift:4:1: expected declaration', '/w/App/A.swift', 4, 1, 'error', 'expected declaration'],
    ['⚠️  /w/App/A.swift:4:1: was never used', '/w/App/A.swift', 4, 1, 'warning', 'was never used'],
    ['@@[error] /w/App/A.swift:4:1: expected', '/w/App/A.swift', 4, 1, 'error', 'expected'],
  ],
  XCTest: [
    [
      `${repository}/Tests/DraftTests.swift:31: error: -[HarborTests.DraftTests testKeeps] : XCTAssertEqual failed: ("1") is not equal to ("2")`,
      `${repository}/Tests/DraftTests.swift`,
      31,
      undefined,
      'error',
      '-[HarborTests.DraftTests testKeeps] : XCTAssertEqual failed: ("1") is not equal to ("2")',
    ],
  ],
  Kotlin: [
    [
      'e: file:///home/agent/repo/app/src/main/java/Main%20Activity.kt:12:5 Unresolved reference: draft',
      '/home/agent/repo/app/src/main/java/Main Activity.kt',
      12,
      5,
      'error',
      'Unresolved reference: draft',
    ],
    [
      'e: /home/agent/repo/app/src/Main.kt: (12, 5): Unresolved reference: draft',
      '/home/agent/repo/app/src/Main.kt',
      12,
      5,
      'error',
      'Unresolved reference: draft',
    ],
    ["w: file:///r/Main.kt:3:9 'get' is deprecated", '/r/Main.kt', 3, 9, 'warning', "'get' is deprecated"],
  ],
  'javac and AAPT': [
    [
      '/r/app/src/main/java/com/harbor/Note.java:40: error: cannot find symbol',
      '/r/app/src/main/java/com/harbor/Note.java',
      40,
      undefined,
      'error',
      'cannot find symbol',
    ],
    [
      'ERROR:/r/app/src/main/res/values/strings.xml:5:3: AAPT: error: not well-formed',
      '/r/app/src/main/res/values/strings.xml',
      5,
      3,
      'error',
      'AAPT: error: not well-formed',
    ],
  ],
  Gradle: [
    ["Build file '/r/app/build.gradle' line: 12", '/r/app/build.gradle', 12, undefined, 'error', ''],
    [
      "Settings file '/r/my app/settings.gradle.kts' line: 3",
      '/r/my app/settings.gradle.kts',
      3,
      undefined,
      'error',
      '',
    ],
  ],
  JUnit: [
    [
      '        at com.harbor.notes.DraftTest.keeps(DraftTest.kt:22)',
      'com/harbor/notes/DraftTest.kt',
      22,
      undefined,
      undefined,
      '',
    ],
    ['    java.lang.AssertionError at DraftTest.kt:22', 'DraftTest.kt', 22, undefined, undefined, ''],
  ],
  'Dart and Flutter': [
    [
      "lib/main.dart:12:5: Error: The getter 'draft' isn't defined.",
      'lib/main.dart',
      12,
      5,
      'error',
      "The getter 'draft' isn't defined.",
    ],
    [
      "  error • The name 'Draft' isn't a class • lib/src/note.dart:9:3 • non_type",
      'lib/src/note.dart',
      9,
      3,
      'error',
      "The name 'Draft' isn't a class",
    ],
    ['   info • Prefer const • lib/a.dart:1:2 • prefer_const', 'lib/a.dart', 1, 2, 'info', 'Prefer const'],
    ['#0      main (package:harbor/src/note.dart:12:5)', 'lib/src/note.dart', 12, 5, undefined, ''],
    ['  package:harbor/note.dart 12:5  main.<fn>', 'lib/note.dart', 12, 5, undefined, 'main.<fn>'],
  ],
  'React Native, Metro, TypeScript': [
    [
      "src/App.tsx(12,5): error TS2322: Type 'string' is not assignable to type 'number'.",
      'src/App.tsx',
      12,
      5,
      'error',
      "Type 'string' is not assignable to type 'number'.",
    ],
    [
      "src/App.tsx:12:5 - error TS2304: Cannot find name 'x'.",
      'src/App.tsx',
      12,
      5,
      'error',
      "Cannot find name 'x'.",
    ],
    [
      'SyntaxError: /r/src/App.js: Unexpected token (12:5)',
      '/r/src/App.js',
      12,
      5,
      'error',
      'Unexpected token',
    ],
    [
      'error: Error: Unable to resolve module ./home from /r/src/App.tsx: ',
      '/r/src/App.tsx',
      undefined,
      undefined,
      'error',
      'error: Error: Unable to resolve module ./home from /r/src/App.tsx:',
    ],
  ],
  'CocoaPods and fastlane': [
    [' #  from /r/ios/Podfile:12', '/r/ios/Podfile', 12, undefined, undefined, ''],
    [
      "fastlane/Fastfile:22:in `block (2 levels) in parsing_binding'",
      'fastlane/Fastfile',
      22,
      undefined,
      undefined,
      '',
    ],
    [
      '[08:01:10]: Error in your Fastfile at line 12',
      'Fastfile',
      12,
      undefined,
      'error',
      '[08:01:10]: Error in your Fastfile at line 12',
    ],
    ['/gems/pod/installer.rb:140: warning: old', '/gems/pod/installer.rb', 140, undefined, 'warning', 'old'],
  ],
};

describe('places in files that a log names', () => {
  for (const [tool, rows] of Object.entries(lines)) {
    describe(tool, () => {
      for (const [line, path, row, column, severity, message] of rows) {
        it(line.slice(0, 90), () => {
          const [place, ...others] = findPlaces(line);
          assert.deepEqual(others, []);
          assert.deepEqual(
            [place?.path, place?.line, place?.column, place?.severity, place?.message],
            [path, row, column, severity, message],
          );
          const named = line.slice(place?.start, place?.end);
          assert.ok(
            named.includes(path.split('/').at(-1)?.replace(' ', '%20') ?? '') || named.includes(path),
            named,
          );
        });
      }
    });
  }

  it('none where a line only looks like one', () => {
    for (const line of [
      '',
      'Downloaded https://repo.example.test/a/b.json:8080',
      'time 12:05:10 done',
      'v1.2.3:4',
      '.swift:12:5: error: no name',
      'Running Podfile checks',
      'https://host.example.test/App.swift:12:5',
    ]) {
      assert.deepEqual(findPlaces(line), [], line);
    }
  });

  it('several places of a line, up to four', () => {
    const line = 'a.kt:1:2 b.kt:3:4 c.kt:5:6 d.kt:7:8 e.kt:9:10';
    assert.deepEqual(
      findPlaces(line).map(({ path, line: row }) => `${path}:${row}`),
      ['a.kt:1', 'b.kt:3', 'c.kt:5', 'd.kt:7'],
    );
  });

  it('takes no longer for a hostile line, however long', () => {
    for (const unit of ['/', ':1', '.kt:1', 'at a.', ' (1:1)', "file '", '.swift', 'e: ', 'a.b(c.kt:']) {
      assert.ok(findPlaces(unit.repeat(1_000_000)).length <= 4);
    }
  });
});
