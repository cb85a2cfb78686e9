import path from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { root } from './paths';

/**
 * `npm run lint`: what the compiler finds, then what ESLint does, over one program. Finding out types is most of the
 * work of both.
 */
async function check(): Promise<boolean> {
  const program = createProgram();
  const areTypesGood = checkTypes(program);
  const [, , ...paths] = process.argv;
  return (await lint(program, paths.length > 0 ? paths : ['.'])) && areTypesGood;
}

function createProgram(): ts.Program {
  const file = path.join(root, 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(file, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => {
      throw new Error(textOf([problem]));
    },
  });
  if (!config) throw new Error(`${file} cannot be read.`);
  return ts.createProgram({
    rootNames: config.fileNames,
    options: config.options,
    configFileParsingDiagnostics: config.errors,
    // The rules climb from a node to what it stands in.
    host: ts.createCompilerHost(config.options, true),
  });
}

/** As `tsc --noEmit` does. */
function checkTypes(program: ts.Program): boolean {
  const problems = ts.getPreEmitDiagnostics(program);
  process.stdout.write(textOf(problems));
  return problems.length === 0;
}

function textOf(problems: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnostics(problems, {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  });
}

/** As `eslint . --max-warnings 0` does. */
async function lint(program: ts.Program, paths: string[]): Promise<boolean> {
  const parserOptions = { projectService: false, programs: [program] };
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions } },
  });
  const results = await eslint.lintFiles(paths);
  const formatter = await eslint.loadFormatter('stylish');
  process.stdout.write(await formatter.format(results));
  return results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0);
}

void check().then(
  (isGood) => {
    process.exitCode = isGood ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
