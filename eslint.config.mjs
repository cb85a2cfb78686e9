import tseslint from 'typescript-eslint';
import eslint from '@eslint/js';

const importsBelow = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
});

/** What a user sees goes through vscode.l10n: a literal in one of these places cannot be translated. */
const seenText = [
  {
    selector:
      'CallExpression[callee.name=/^(showInformation|showWarning|showError|askInModal|showStatus|with(Cancellable|Window)Progress)$/] > :matches(Literal, TemplateLiteral)',
    message: 'Text that a user sees goes through vscode.l10n.t.',
  },
  {
    selector:
      'Property[key.name=/^(label|title|description|detail|tooltip|placeHolder|placeholder|prompt|message|openLabel|saveLabel)$/] > :matches(Literal[value=/[A-Za-z]{2}/], TemplateLiteral)',
    message: 'Text that a user sees goes through vscode.l10n.t.',
  },
  {
    selector:
      'AssignmentExpression[left.property.name=/^(label|title|description|detail|tooltip|placeholder|prompt|message|text|validationMessage|name)$/] > :matches(Literal[value=/[A-Za-z]{2}/], TemplateLiteral).right',
    message: 'Text that a user sees goes through vscode.l10n.t.',
  },
];

/**
 * What of the editor shows a text, and the one file that may name it, be it to call it or to pass it on (rule 12):
 * there every text is made fit for its place.
 */
const shownBy = {
  'src/ui/dialogs/notifications.ts': ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'],
  'src/ui/dialogs/withCancellableProgress.ts': ['withProgress'],
  'src/ui/dialogs/withWindowProgress.ts': ['withProgress'],
  'src/ui/dialogs/askText.ts': ['showInputBox', 'createInputBox'],
  'src/ui/dialogs/picks.ts': ['showQuickPick', 'createQuickPick'],
  'src/ui/dialogs/saveDialog.ts': ['showSaveDialog'],
  'src/ui/documents/hints.ts': ['InlayHint'],
  'src/ui/documents/lenses.ts': ['CodeLens', 'DocumentLink'],
  'src/ui/documents/outline.ts': ['DocumentSymbol'],
  'src/ui/documents/problems.ts': ['Diagnostic'],
  'src/ui/documents/quickFixes.ts': ['CodeAction'],
  'src/ui/documents/safeMarkdown.ts': ['MarkdownString'],
  'src/ui/documents/suggestions.ts': ['CompletionItem'],
  // The progress of a view has no title.
  'src/ui/lists/lazyTree.ts': ['createTreeView', 'registerTreeDataProvider', 'withProgress'],
  'src/ui/statusBar.ts': ['setStatusBarMessage', 'createStatusBarItem'],
  'src/ui/statusBarEntry.ts': ['createStatusBarItem'],
  'src/features/terminal/terminal.ts': ['createTerminal', 'TerminalProfile'],
  'src/features/aiTools/mcp/mcpDefinitions.ts': ['McpHttpServerDefinition'],
  'src/features/aiTools/tools/contributedTool.ts': ['LanguageModelTextPart', 'LanguageModelToolResult'],
};

/** What stands in `file` of these names is refused, but for its own. */
function shownElsewhere(file) {
  const own = shownBy[file] ?? [];
  const others = [...new Set(Object.values(shownBy).flat())].filter((name) => !own.includes(name));
  const name = `/^(${others.join('|')})$/`;
  const message = 'Show texts through the one file for this place (CONTRIBUTING.md, Text of others).';
  const selectors = [
    `MemberExpression[property.name=${name}]`,
    `MemberExpression[property.value=${name}]`,
    `ObjectPattern > Property[key.name=${name}]`,
    `ImportDeclaration[importKind!='type'] > ImportSpecifier[importKind!='type'][imported.name=${name}]`,
    ...(file === 'src/ui/documents/compareDocuments.ts' ? [] : ["Literal[value='vscode.diff']"]),
    ...(file === 'src/ui/dialogs/askText.ts'
      ? []
      : ['AssignmentExpression[left.property.name=/^(prompt|validationMessage)$/]']),
  ];
  return selectors.map((selector) => ({ selector, message }));
}

/** What is refused in every file of `src`, but for what is shown by `file`. */
const syntaxOf = (file) => [
  'error',
  ...seenText,
  {
    selector: 'Literal[value=/^vs\\u002f|vscode-proxy-agent|vscode\\.asar/]',
    message: 'T17: the internal modules of VS Code are not ours.',
  },
  {
    selector:
      "CallExpression[callee.name='askText'] > ObjectExpression:has(Property[key.name=/^(title|prompt|placeholder)$/] Literal[value=/secret|token|password|(?<!API )key/i]):not(:has(> Property[key.name='password'][value.value=true]))",
    message: 'T1: mask what is secret with password: true.',
  },
  ...shownElsewhere(file),
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', '.vscode-test/', 'src/api/appcircle.d.ts'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      'no-useless-rename': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // VS Code takes anything with a `dispose` for its Disposable; the class in its types is an artefact.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // All lines count, as in the test of the structure. T1: whoever asks for a key, token, secret or password masks what
    // is typed. T17: nothing reaches into the editor's own modules.
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', 250],
      'no-restricted-syntax': syntaxOf(undefined),
    },
  },
  ...[...Object.keys(shownBy), 'src/ui/documents/compareDocuments.ts'].map((file) => ({
    files: [file],
    rules: { 'no-restricted-syntax': syntaxOf(file) },
  })),
  {
    files: ['src/account/**/*.ts', 'src/api/**/*.ts', 'src/support/**/*.ts'],
    rules: importsBelow(
      {
        group: ['**/features/**', '**/ui/**', '**/contributions', '**/commandNames', '**/toolNames'],
        message: 'Nothing flows back but events.',
      },
      { group: ['vscode'], allowTypeImports: true, message: 'Knows no vscode, only its types.' },
    ),
  },
  {
    files: ['src/api/**/*.ts', 'src/support/**/*.ts'],
    rules: importsBelow(
      {
        group: [
          '**/features/**',
          '**/ui/**',
          '**/account/**',
          '**/contributions',
          '**/commandNames',
          '**/toolNames',
        ],
        message: 'Nothing flows back but events.',
      },
      { group: ['vscode'], message: 'Knows no vscode; cancellation is an AbortSignal.' },
    ),
  },
  {
    files: ['src/ui/**/*.ts'],
    rules: importsBelow({ group: ['**/features/**'], message: 'What features share knows no feature.' }),
  },
  {
    files: ['src/features/*/*.ts'],
    rules: importsBelow({
      regex: '^\\.\\./(?!\\.\\./)|/features/',
      message: 'Features never import each other.',
    }),
  },
  {
    files: ['src/features/*/*/*.ts'],
    rules: importsBelow({
      regex: '^\\.\\./\\.\\./(?!\\.\\./)|/features/',
      message: 'Features never import each other.',
    }),
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/api/transport/transport.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: 'axios', message: 'No AxiosError leaves transport.ts.' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'require',
          'module',
          'exports',
          '__dirname',
          'process',
          'console',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'URL',
          'fetch',
          'Buffer',
          'AbortController',
          'AbortSignal',
          'globalThis',
          'setImmediate',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-console': 'error' },
  },
);
