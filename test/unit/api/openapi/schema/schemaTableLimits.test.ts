import { strict as assert } from 'node:assert';
import { ref, rowsOf, told, type Tree } from '../examples';

describe('openapi: the limits of the table of a schema', () => {
  it('R26: cycles end with the name of what comes again', async () => {
    const Node = {
      type: 'object',
      properties: {
        parent: ref('Node'),
        described: { allOf: [ref('Node')], description: 'The same' },
        children: { type: 'array', items: ref('Node') },
        others: ref('Nodes'),
        byName: { additionalProperties: ref('Node') },
      },
    };
    const schemas = {
      Node,
      Nodes: { type: 'array', items: ref('Node') },
      Lists: { type: 'array', items: ref('Lists') },
      Built: { allOf: [ref('Built'), { properties: { id: {} } }] },
    };
    assert.deepEqual(await told(ref('Node'), schemas), [
      '0 parent: Node | again Node',
      '0 described: Node | again Node',
      '0 children: array of Node | again Node',
      '0 others: array of Node | again Node',
      '0 byName: object',
      '1 byName[name]: Node | again Node',
    ]);
    const [lists] = await rowsOf(ref('Lists'), schemas);
    assert.equal(lists?.cycle, 'Lists');
    assert.deepEqual(await told(ref('Built'), schemas), ['0 id: any']);
    const inList = await told({ type: 'array', items: { properties: { again: ref('Nodes') } } }, schemas);
    assert.ok(inList.includes('1 [].again[].children: array of Node | again Node'), inList.join('\n'));
    const twice = { properties: { a: ref('Nodes'), b: ref('Nodes') } };
    assert.equal((await rowsOf(twice, schemas)).filter(({ path }) => path.endsWith('[].parent')).length, 2);
  });

  it('R26: depth and rows have limits, and what is cut says so', async () => {
    const deep = Array.from({ length: 150 }).reduce<Tree>((inner) => ({ properties: { in: inner } }), {});
    assert.deepEqual(await told(deep, {}, { maxDepth: 3 }), [
      '0 in: object',
      '1 in.in: object',
      '2 in.in.in: object | more',
    ]);
    const wide = (count: number, of: unknown = {}) => ({
      properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, of])),
    });
    assert.deepEqual(await told(wide(5), {}, { maxRows: 2 }), ['0 p0: any', '0 p1: any | more']);
    assert.deepEqual(await told(wide(2), {}, { maxRows: 2 }), ['0 p0: any', '0 p1: any']);
    const many = await rowsOf(wide(200, ref('Many')), { Many: wide(200, ref('Other')), Other: wide(200) });
    assert.deepEqual([many.length, many.at(-1)?.truncated], [300, true]);
    const lists = Array.from({ length: 150 }).reduce<Tree>((items) => ({ type: 'array', items }), {});
    assert.equal((await rowsOf(lists)).length, 1);
  });

  it('R26: schemas that multiply at each level are not followed to the end', async () => {
    const level = (index: number) => Array.from({ length: 50 }, () => ref(`L${index + 1}`));
    for (const keyword of ['allOf', 'oneOf', 'anyOf', 'prefixItems']) {
      const schemas = Object.fromEntries(
        Array.from({ length: 50 }, (_, index) => [
          `L${index}`,
          { [keyword]: level(index), properties: { [`p${index}`]: {} } },
        ]),
      );
      assert.ok((await rowsOf(ref('L0'), schemas)).length <= 300, keyword);
    }
  });

  it('R26: a table that takes too much work is cut short', async () => {
    const many = <T>(count: number, make: (index: number) => T): T[] =>
      Array.from({ length: count }, (_, index) => make(index));
    const named = (letter: string, make: (index: number) => unknown) =>
      many(100, (index) => [`${letter}${index}`, make(index)] as const);
    const schemas = Object.fromEntries([
      ...named('Part', (index) => ({ x: index })),
      ...named('Whole', (index) => ({ allOf: [...many(99, (part) => ref(`Part${part}`)), { y: index }] })),
    ]);
    const oneOf = many(100, (index) => ref(`Whole${index}`));
    const properties = Object.fromEntries(many(300, (index) => [`p${index}`, { oneOf }] as const));
    const rows = await rowsOf({ properties }, schemas);
    assert.deepEqual([rows.length, rows.at(-1)?.truncated], [300, true]);
  });
});
