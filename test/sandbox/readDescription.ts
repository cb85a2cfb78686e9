/** The project's own description of the API, as it stands on disk. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenAPI3 } from 'openapi-typescript';
import { parse } from 'yaml';

export const descriptionFile = path.resolve(__dirname, '../../src/api/appcircle.openapi.yaml');

/** The description as an object. YAML aliases are copied, so that no two places share one object. */
export function readDescription(): OpenAPI3 {
  return structuredClone(parse(readFileSync(descriptionFile, 'utf8'), { maxAliasCount: 1000 }) as OpenAPI3);
}
