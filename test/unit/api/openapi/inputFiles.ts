import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeBody } from '../../../../src/api/response/body';
import type { DescriptionPlace } from '../../../../src/api/openapi/serverPath';
import { readDescription, type ApiDescription } from '../../../../src/api/openapi/description';

/** A file of the folder `inputs` beside: descriptions with what real ones have and examples of others have not. */
export function inputFile(name: string): Buffer {
  return readFileSync(path.join(__dirname, 'inputs', name));
}

/** The description in such a file. */
export function inputDescription(name: string, place: DescriptionPlace = {}): Promise<ApiDescription> {
  return readDescription(decodeBody(inputFile(name), undefined), {
    place,
    files: { name, readFile: (file) => Promise.resolve(decodeBody(inputFile(file), undefined)) },
  });
}
