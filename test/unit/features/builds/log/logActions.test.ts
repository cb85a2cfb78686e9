import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';
import { Failure } from '../../../../../src/api/failure';
import { FakeUri } from '../../../extension/fakeUri';
import { numbered } from './logServer';
import { buildOf, rowOf, useLogs } from './logsFixture';

const log = [
  '@@[section:begin] 11/29/2026 08:01:10 Step started: Git Clone',
  'Cloning',
  '@@[section:end] 11/29/2026 08:01:19 Step completed: Git Clone, Ver: 2.0.1',
  '@@[section:begin] 11/29/2026 08:01:19 Step started: Build',
  '@@[command] make',
  '\u001b[31mred\u001b[0m and \u001b[90mgray\u001b[0m and \u001b[30mblack\u001b[0m',
  '@@[warning] old',
  '@@[error] no',
  '@@[section:end] 11/29/2026 08:03:52 Step completed: Build, Ver: 3.1.0',
  '',
].join('\n');

describe('commands of logs', () => {
  const logs = useLogs();
  const actions = () => logs.logs.actions;

  beforeEach(() => {
    logs.server.text = log;
  });

  it('T13: run on nothing they ask for a build, and do nothing where none is chosen', async () => {
    for (const run of ['show', 'goToFailure', 'follow', 'save', 'copyStep'] as const) {
      await logs.during<unknown>(actions()[run]());
      await logs.during<unknown>(actions()[run]({ kind: 'nonsense' }));
    }
    assert.equal(logs.editor.documents.open.length, 0);
    logs.chosen = rowOf('succeeded');
    await logs.during(actions().show());
    await logs.until(() => logs.document.text.includes('Cloning'), 'the log');
  });

  it('a row of a build, or of what is under way, leads to its log; a second time to the same document', async () => {
    await logs.during(actions().show(rowOf('succeeded')));
    await logs.during(actions().show(rowOf('succeeded')));
    assert.equal(logs.editor.documents.open.length, 1);
    const item = { id: 'q7', kind: 'build', profileName: 'Harbor', branchName: 'main' };
    await logs.during(actions().show({ kind: 'underWay', id: 'x', item }));
    assert.equal(logs.editor.documents.open.length, 2);
    assert.deepEqual(
      logs.editor.shownDocuments.map(({ options }) => options.preview),
      [false, false, false],
    );
  });

  it('the row of a step leads to its place', async () => {
    const [, build] = await logs.logs.steps.children(rowOf('failed'));
    await logs.during(actions().show(build));
    await logs.until(() => logs.shown.selection?.active.line === 3, 'the place');
  });

  it('Copy Step takes the step of the row, else that of the cursor, else one that is chosen', async () => {
    const lines = log.split('\n');
    const [clone] = await logs.logs.steps.children(rowOf('failed'));
    await logs.during(actions().copyStep(clone));
    assert.equal(
      logs.editor.clipboard,
      lines
        .slice(0, 3)
        .map((line) => `${line}\n`)
        .join(''),
    );
    await logs.until(() => logs.document.text.includes('Build'), 'the log');
    logs.shown.select({ line: 4, character: 0 }, { line: 4, character: 0 }, 2);
    await logs.during(actions().copyStep());
    assert.match(
      logs.editor.clipboard,
      /^@@\[section:begin] .*Build\n@@\[command] make\nred and gray and black\n/,
    );
    logs.server.text = numbered(0, 3);
    await logs.during(
      actions().copyStep({ ...rowOf('failed'), build: { ...rowOf('failed').build, id: 'b2' } }),
    );
    assert.deepEqual(logs.editor.messages, ['This log has no steps.']);
  });

  it('Follow Log asks once more for a log that ended without one', async () => {
    logs.server.failure = new Failure('forbidden', { status: 403 });
    await logs.openLog({ build: buildOf('succeeded') });
    await logs.until(() => logs.document.text.includes('permission'), 'the sentence');
    logs.server.failure = undefined;
    await logs.during(actions().follow());
    await logs.until(() => logs.document.text.includes('Cloning'), 'the log');
  });

  describe('Save Log As', () => {
    let folder: string;

    beforeEach(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'appcircle-log-'));
      logs.editor.savesTo = FakeUri.file(path.join(folder, 'a.log'));
    });

    afterEach(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    const saved = () => readFileSync(path.join(folder, 'a.log'), 'utf8');
    /** The disk takes its own time, which stands still for nobody. */
    const save = async (argument?: unknown) => {
      const saving = actions().save(argument);
      const end = saving.then(() => true);
      const turn = () => logs.clock.tickAsync(100).then(() => false);
      while (!(await Promise.race([end, turn()])));
    };

    it('writes all of it, as it is shown, under a name of app, branch and commit', async () => {
      writeFileSync(path.join(folder, 'a.log'), 'before');
      logs.server.text = `${log}${numbered(0, 12_000)}token=abcdefgh12`;
      await save(rowOf('failed'));
      // eslint-disable-next-line no-control-regex -- what is not in the file
      const shown = `${log.replace(/\u001b\[\d+m/g, '')}${numbered(0, 12_000)}`;
      assert.equal(saved(), `${shown}token=•••\n`);
      assert.match(logs.editor.saveDialogs[0]?.defaultUri.path ?? '', /Log-Harbor-main-#abcdef0\.log$/);
      assert.deepEqual(readdirSync(folder), ['a.log']);
    });

    it('what is too long for an editor is streamed to the disk, its secrets masked as well', async () => {
      logs.server.failure = new Failure('unreadableAnswer', { code: 'TOO_LARGE' });
      await logs.openLog({ build: buildOf('failed') });
      await logs.until(() => logs.document.text.includes('too long for an editor'), 'the sentence');
      logs.server.failure = undefined;
      logs.server.text = `${numbered(0, 5000)}\u001b[31mpassword=hunter22\u001b[0m\r\n`;
      await save();
      assert.equal(saved(), `${numbered(0, 5000)}password=•••\n`);
    });

    it('so is one that has a line of which the editor shows the beginning alone', async () => {
      const text = `${'word '.repeat(10_000)}password=hunter22\nlast\n`;
      logs.server.text = text;
      await save(rowOf('failed'));
      assert.equal(saved(), text.replace('hunter22', '•••'));
      assert.ok(logs.document.text.length < text.length);
    });

    it('given up, it leaves nothing', async () => {
      logs.server.text = numbered(0, 20_000);
      logs.editor.begun = (progress) => {
        progress.cancel();
      };
      await save(rowOf('failed'));
      assert.deepEqual(readdirSync(folder), []);
      assert.deepEqual(logs.editor.messages, []);
    });
  });

  describe('what is shown of a log', () => {
    beforeEach(async () => {
      await logs.openLog({ build: buildOf('succeeded') });
      await logs.until(() => logs.document.text.includes('3.1.0'), 'the log');
    });

    type Painted = [color: string, places: string[]];

    /** What is painted, by the color in a dark theme. */
    const painted = (): Painted[] =>
      [...logs.shown.painted]
        .filter(([, ranges]) => ranges.length > 0)
        .map(([type, ranges]): Painted => {
          const { options } = type as { options: vscode.DecorationRenderOptions };
          const color = options.overviewRulerColor ?? options.color ?? options.dark?.color;
          const places = ranges.map(({ start, end }) => `${start.line}:${start.character}-${end.character}`);
          return [(color as { id: string }).id, places];
        });

    it('lines have the colors of their kind, and of their codes those that can be read in each theme', () => {
      const lines = logs.document.text.split('\n');
      const expected: Painted[] = [
        ['descriptionForeground', [0, 2, 3, 8].map((line) => `${line}:0-${lines[line]!.length}`)],
        ['textLink.foreground', ['4:0-16']],
        ['terminal.ansiBrightRed', ['5:0-3']],
        ['descriptionForeground', ['5:8-12']],
        ['editorWarning.foreground', ['6:0-15']],
        ['editorError.foreground', ['7:0-12']],
        ['editorOverviewRuler.errorForeground', ['7:0-0']],
      ];
      const inOrder = (all: Painted[]) => all.map((one) => one.join(' ')).sort();
      assert.deepEqual(inOrder(painted()), inOrder(expected));
    });

    it('what a tool says of an error has its color from there on, unless the tool has colors of its own', async () => {
      logs.server.text = [
        '/r/App/A.swift:12:5: error: no member\n',
        '/r/App/B.swift:1:2: \u001b[31merror:\u001b[0m no type\n',
        '/r/App/C.swift:1:2: warning: unused\n',
        'FAILURE: Build failed with an exception.\n',
      ].join('');
      await logs.openLog({ build: { ...buildOf('failed'), id: 'b3' } });
      await logs.until(() => logs.document.text.includes('FAILURE'), 'the log');
      assert.deepEqual(painted(), [
        ['editorError.foreground', ['0:21-37', '3:0-40']],
        ['terminal.ansiBrightRed', ['1:20-26']],
      ]);
    });

    it('what is far from what is visible is painted when it is scrolled to', async () => {
      logs.server.text = `${numbered(0, 400)}@@[warning] far\n`;
      await logs.openLog({ build: { ...buildOf('succeeded'), id: 'b2' } });
      await logs.until(() => logs.document.text.includes('far'), 'the log');
      assert.deepEqual(painted(), []);
      logs.shown.scrollTo(380);
      assert.deepEqual(painted(), [['editorWarning.foreground', ['400:0-15']]]);
      logs.shown.scrollTo(0);
      assert.deepEqual(painted(), []);
    });

    it('steps fold, and are in the outline with their time and state', async () => {
      const { textEditors } = logs.editor;
      const folds = textEditors.folds
        .at(-1)
        ?.provideFoldingRanges(logs.document as never, {}, {} as never) as vscode.FoldingRange[];
      assert.deepEqual(
        folds.map(({ start, end }) => [start, end]),
        [
          [0, 2],
          [3, 8],
        ],
      );
      const symbols = (await textEditors.symbols
        .at(-1)
        ?.provideDocumentSymbols(logs.document as never, {} as never)) as vscode.DocumentSymbol[];
      assert.deepEqual(
        symbols.map(({ name, detail, range }) => [name, detail, range.start.line, range.end.line]),
        [
          ['Git Clone', '9 seconds', 0, 2],
          ['Build', 'Failed · 3 minutes', 3, 8],
        ],
      );
    });
  });
});
