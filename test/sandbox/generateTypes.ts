/**
 * `npm run generate`: writes src/api/appcircle.d.ts from src/api/appcircle.openapi.yaml.
 * `npm run generate -- --check`: writes nothing and fails when the file is stale.
 *
 * Deterministic: the same description gives the same bytes, whatever the time, the machine or the checkout's path.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import { readDescription } from './readDescription';

const folder = path.resolve(__dirname, '../../src/api');
const header = `/* Generated from appcircle.openapi.yaml by "npm run generate". Do not edit. */\n\n`;

export const typesFile = path.join(folder, 'appcircle.d.ts');

/** The text that the types file ought to have. Throws where the description is no valid OpenAPI document. */
export async function generateTypes(description: OpenAPI3 = readDescription()): Promise<string> {
  return header + astToString(await openapiTS(description, { alphabetize: false, silent: true }));
}

/** Whether the types file on disk is what the description gives; line ends of a Windows checkout aside. */
export async function typesAreFresh(): Promise<boolean> {
  const expected = await generateTypes();
  try {
    return readFileSync(typesFile, 'utf8').replaceAll('\r\n', '\n') === expected;
  } catch {
    return false;
  }
}

async function main(): Promise<void> {
  if (!process.argv.includes('--check')) {
    writeFileSync(typesFile, await generateTypes());
  } else if (!(await typesAreFresh())) {
    process.stderr.write(
      'src/api/appcircle.d.ts is stale: run "npm run generate" and commit what it writes.\n',
    );
    process.exitCode = 1;
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
