import { strict as assert } from 'node:assert';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { root } from './files';

/** The rules of the project on a snippet, without those that need types: quick, and for files that do not exist. */
describe('lint rules', () => {
  let eslint: ESLint;
  before(function () {
    this.timeout(20_000);
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
    ['literal text in a message', feature, "vscode.window.showInformationMessage('Done');", syntax],
    ['a template in a message', feature, 'vscode.window.showErrorMessage(`No ${a}`);', syntax],
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
    }).timeout(20_000);
  }

  const allowed: [what: string, file: string, code: string][] = [
    ['translated text', feature, "vscode.window.showInformationMessage(vscode.l10n.t('Done'));"],
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
    }).timeout(20_000);
  }
});
