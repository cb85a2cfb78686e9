import { isDeepStrictEqual } from 'node:util';
import type { Content } from '../../../api/openapi/model';
import { blocks, code, truncationNote } from '../markdownSource';
import type { ObjectSections } from './objectSections';

const MAX_TYPES = 12;

/** What a body is made of, by its media types: once where it is the same under several. */
export function contentsMarkdown(content: readonly Content[], name: string, objects: ObjectSections): string {
  return blocks(
    ...groupsOf(content.slice(0, MAX_TYPES)).map((group) => {
      const types = group.map(({ mediaType }) => code(mediaType)).join(', ');
      const schema = group[0]?.schema;
      return schema === undefined ? types : objects.whole(objects.rowOf(schema, name), types);
    }),
    content.length > MAX_TYPES ? truncationNote() : '',
  );
}

function groupsOf(content: readonly Content[]): readonly (readonly Content[])[] {
  const groups: Content[][] = [];
  for (const one of content) {
    const group = groups.find(([first]) => isDeepStrictEqual(first?.schema, one.schema));
    if (group) {
      group.push(one);
    } else {
      groups.push([one]);
    }
  }
  return groups;
}
