import tseslint from 'typescript-eslint';
import eslint from '@eslint/js';

const importsBelow = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
});

/** What a user sees goes through vscode.l10n: a literal in one of these places cannot be translated. */
const seenText = [
  {
    selector:
      'CallExpression[callee.property.name=/^show(Information|Warning|Error)Message$/] > :matches(Literal, TemplateLiteral)',
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
      'no-restricted-syntax': [
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
        {
          selector: 'CallExpression[callee.property.name=/^(showInputBox|createInputBox)$/]',
          message: 'T1: ask through ui/dialogs/askText.ts.',
        },
      ],
    },
  },
  { files: ['src/ui/dialogs/askText.ts'], rules: { 'no-restricted-syntax': ['error', ...seenText] } },
  {
    files: ['src/account/**/*.ts', 'src/api/**/*.ts', 'src/support/**/*.ts'],
    rules: importsBelow(
      {
        group: ['**/features/**', '**/ui/**', '**/contributions'],
        message: 'Nothing flows back but events.',
      },
      { group: ['vscode'], allowTypeImports: true, message: 'Knows no vscode, only its types.' },
    ),
  },
  {
    files: ['src/api/**/*.ts', 'src/support/**/*.ts'],
    rules: importsBelow(
      {
        group: ['**/features/**', '**/ui/**', '**/account/**', '**/contributions'],
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
