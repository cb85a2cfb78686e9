import { strict as assert } from 'node:assert';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { root } from './files';

/** The rules of the project on a snippet, without those that need types: quick, and for files that do not exist. */
describe('lint rules', () => {
  let eslint: ESLint;
  before(function () {
    this.timeout(60_000);
    eslint = new ESLint({
      cwd: root,
      overrideConfig: [
        tseslint.configs.disableTypeChecked as ESLint.Options['overrideConfig'] & object,
        { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false, program: null } } },
      ] as never,
    });
  });

  const rules = async (file: string, code: string): Promise<string[]> => {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: `${root}/${file}` });
    assert.ok(result);
    assert.equal(result.fatalErrorCount, 0);
    return result.messages.map(({ ruleId }) => ruleId ?? '');
  };

  const feature = 'src/features/one/one.ts';
  const imports = 'no-restricted-imports';
  const syntax = 'no-restricted-syntax';
  const refused: [what: string, file: string, code: string, rule: string][] = [
    ['T2: console', feature, 'console.log(1);', 'no-console'],
    ['T2: console in a test', 'test/unit/x.test.ts', 'console.log(1);', 'no-console'],
    ['any', feature, 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
    ['a file of more than 250 lines, blank ones counted', feature, '\n'.repeat(250), 'max-lines'],
    ['a feature that imports another', feature, "import '../two/two';", imports],
    ['a feature that imports another by a longer way', feature, "import '../../features/two/two';", imports],
    ['ui that imports a feature', 'src/ui/x.ts', "import '../features/one/one';", imports],
    ['account that imports ui', 'src/account/x.ts', "import '../ui/askText';", imports],
    ['account that imports a feature', 'src/account/x.ts', "import '../features/one/one';", imports],
    ['account that imports vscode', 'src/account/x.ts', "import * as vscode from 'vscode';", imports],
    ['api that imports vscode', 'src/api/x.ts', "import * as vscode from 'vscode';", imports],
    ['api that imports account', 'src/api/x.ts', "import '../account/account';", imports],
    ['support that imports vscode', 'src/support/x.ts', "import * as vscode from 'vscode';", imports],
    ['support that imports account', 'src/support/x.ts', "import '../account/account';", imports],
    [
      'axios outside the transport',
      'src/api/x.ts',
      "import axios from 'axios';",
      '@typescript-eslint/no-restricted-imports',
    ],
    ['literal text in a message', feature, "showInformation('Done');", syntax],
    ['a template in a message', feature, 'showError(`No ${a}`);', syntax],
    ['a literal title of a progress', feature, "withWindowProgress('Loading', work);", syntax],
    ['a message past its gate', feature, 'vscode.window.showErrorMessage(text);', syntax],
    ['a message that is passed on', feature, 'const show = vscode.window.showWarningMessage;', syntax],
    ['a message by another way', feature, "vscode.window['showInformationMessage'](text);", syntax],
    ['a message that is taken out', feature, 'const { showErrorMessage } = vscode.window;', syntax],
    ['a progress past its gate', feature, 'vscode.window.withProgress({ title }, work);', syntax],
    ['a list past its gate', feature, 'vscode.window.showQuickPick(rows);', syntax],
    ['a pick past its gate', feature, 'vscode.window.createQuickPick();', syntax],
    ['a prompt past its gate', feature, 'box.prompt = text;', syntax],
    ['a validation message past its gate', 'src/ui/x.ts', 'box.validationMessage = text;', syntax],
    ['Markdown past its builder', feature, 'new vscode.MarkdownString(text);', syntax],
    ['Markdown that is imported', feature, "import { MarkdownString } from 'vscode';", syntax],
    ['a line in the status bar past its gate', feature, 'vscode.window.setStatusBarMessage(text);', syntax],
    ['an item in the status bar', feature, 'vscode.window.createStatusBarItem();', syntax],
    ['a tree past its gate', feature, 'vscode.window.createTreeView(id, {});', syntax],
    ['a lens past its gate', feature, 'new vscode.CodeLens(range, { title });', syntax],
    ['a link past its gate', feature, 'new vscode.DocumentLink(range, uri);', syntax],
    ['a comparison past its gate', feature, "run('vscode.diff', left, right, title);", syntax],
    ['a Save dialog past its gate', feature, 'vscode.window.showSaveDialog({ title });', syntax],
    [
      'a message in the file of another place',
      'src/ui/dialogs/askText.ts',
      'vscode.window.showErrorMessage(text);',
      syntax,
    ],
    ['a literal label', feature, "const item = { label: 'Refresh now' };", syntax],
    ['a literal tooltip', feature, "item.tooltip = 'Click here';", syntax],
    ['T1: showInputBox', feature, 'vscode.window.showInputBox();', syntax],
    ['T1: createInputBox', feature, 'vscode.window.createInputBox();', syntax],
    [
      'T1: a prompt for a key that is not masked',
      feature,
      "askText({ title: t('Your key'), accept });",
      syntax,
    ],
    [
      'T1: a placeholder for a token',
      feature,
      "askText({ title: x, placeholder: t('Paste the token') });",
      syntax,
    ],
    ['T1: a secret shown on purpose', feature, "askText({ title: t('Secret'), password: false });", syntax],
    ['T1: a password', feature, "askText({ prompt: vscode.l10n.t('Password of the profile') });", syntax],
    ['T17: a module of the editor', feature, "require('vs/base/common/uri');", syntax],
    ['T17: its proxy agent', feature, "require('vscode-proxy-agent');", syntax],
  ];
  for (const [what, file, code, rule] of refused) {
    it(`refuse ${what}`, async () => {
      assert.ok((await rules(file, code)).includes(rule));
    }).timeout(60_000);
  }

  const allowed: [what: string, file: string, code: string][] = [
    ['translated text', feature, "showInformation(vscode.l10n.t('Done'));"],
    ['what a question asks', feature, 'const { prompt } = question; use(question.prompt);'],
    ['a type that is imported', feature, "import { l10n, type MarkdownString } from 'vscode';"],
    ['a type of the editor', feature, 'export type A = vscode.MarkdownString | vscode.CodeLens;'],
    [
      'a message in its one file',
      'src/ui/dialogs/notifications.ts',
      'vscode.window.showErrorMessage(textForNotification(text));',
    ],
    ['a masked prompt for a key', feature, "askText({ title: t('Your key'), password: true });"],
    ['an open prompt for a name', feature, "askText({ title: t('Name of the profile') });"],
    [
      'a feature that imports ui and account',
      feature,
      "import '../../ui/askText';\nimport '../../account/account';",
    ],
    ['the one input box', 'src/ui/dialogs/askText.ts', 'vscode.window.createInputBox();'],
    [
      'axios in the transport',
      'src/api/transport/transport.ts',
      "import axios from 'axios';\naxios.create();",
    ],
  ];
  for (const [what, file, code] of allowed) {
    it(`allow ${what}`, async () => {
      const ours = [
        'no-restricted-imports',
        '@typescript-eslint/no-restricted-imports',
        'no-restricted-syntax',
      ];
      assert.deepEqual(
        (await rules(file, code)).filter((rule) => ours.includes(rule)),
        [],
      );
    }).timeout(60_000);
  }
});
