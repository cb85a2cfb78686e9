import type { ApiDescription } from '../../../api/openapi/description';
import { ObjectTables } from '../../../api/openapi/schema/objectTables';
import { sampleOf } from '../../../api/openapi/schema/sample';
import type { PageSchemas } from '../../../ui/documents/operation/operationMarkdown';

/** Levels of objects in an example. What is deeper is in the tables. */
const MAX_EXAMPLE_DEPTH = 4;

/** What a page shows of the schemas of a description. */
export function pageSchemas(description: ApiDescription): PageSchemas {
  return {
    objects: new ObjectTables(description),
    sampleOf: (schema, includeReadOnly) =>
      sampleOf(description, schema, { includeReadOnly, maxDepth: MAX_EXAMPLE_DEPTH }),
  };
}
