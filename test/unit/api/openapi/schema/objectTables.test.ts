import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { descriptionOf } from '../../../../../src/api/openapi/description';
import { ObjectTables, type ObjectLimits } from '../../../../../src/api/openapi/schema/objectTables';
import { bodySchema } from '../../../../../src/api/openapi/schema/bodySchema';
import { ref } from '../examples';

/** Tables of these schemas. */
function tablesWith(schemas: object = {}, limits: ObjectLimits = {}): ObjectTables {
  return new ObjectTables(descriptionOf({ openapi: '3.1.0', components: { schemas } }), limits);
}

/** All objects that a value leads to: `1 Pet: name string, owner Owner → 2`. */
function told(schema: unknown, schemas: object = {}, limits: ObjectLimits = {}): string[] {
  const tables = tablesWith(schemas, limits);
  const { object, cycle } = tables.rowOf(schema, 'Body');
  const lines = [`= ${String(object)}${cycle === undefined ? '' : ` (${cycle})`}`];
  for (let number = 1; number <= tables.count; number++) {
    const { name, rows, truncated } = tables.table(number);
    const fields = rows.map((row) => {
      const { inside } = row;
      const named = inside?.kind === 'property' ? inside.name : (inside?.kind ?? '');
      const to = row.object === undefined ? '' : ` → ${row.object}`;
      return `${named} ${row.type}${to}${row.cycle === undefined ? '' : ' again'}${row.truncated ? ' …' : ''}`;
    });
    lines.push(`${number} ${name}: ${fields.join(', ')}${truncated ? ' …' : ''}`);
  }
  return lines;
}

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

describe('openapi: tables of the objects of a page', () => {
  it('R26: of an object with endless fields there are as many as fit, and it is said that there are more', () => {
    const schema = object(Object.fromEntries(Array.from({ length: 100_000 }, (_, nth) => [`p${nth}`, {}])));
    const tables = tablesWith();
    for (let nth = 0; nth < 100; nth++) tables.rowOf({ ...schema }, `Body ${nth}`);
    assert.equal(tables.table(1).truncated, true);
    const closed = bodySchema(descriptionOf({ openapi: '3.1.0' }), schema, { purpose: 'check' });
    assert.equal(closed.additionalProperties, undefined, 'nothing is held against fields that were left out');
  });

  it('R21: each object has one, named by its schema, else by the field that it is in', () => {
    const schemas = {
      Profile: object({ settings: object({ color: {} }), groups: { type: 'array', items: ref('Group') } }),
      Group: object({ name: { type: 'string' }, settings: object({ size: { type: 'integer' } }) }),
    };
    assert.deepEqual(told({ type: 'array', items: ref('Profile') }, schemas), [
      '= 1',
      '1 Profile: settings object → 2, groups array of Group → 3',
      '2 settings: color any',
      '3 Group: name string, settings object → 4',
      '4 settings 2: size integer',
    ]);
  });

  it('R21: an object that is met again, also in itself, is the one that it was', () => {
    const schemas = {
      Node: object({ left: ref('Node'), right: ref('Node'), leaf: ref('Leaf') }),
      Leaf: object({ id: { type: 'string' } }),
    };
    assert.deepEqual(told(object({ tree: ref('Node'), leaf: ref('Leaf') }), schemas), [
      '= 1',
      '1 Body: tree Node → 2, leaf Leaf → 3',
      '2 Node: left Node → 2 again, right Node → 2 again, leaf Leaf → 3',
      '3 Leaf: id string',
    ]);
    const List = { type: 'array', items: ref('List') };
    assert.deepEqual(told(ref('List'), { List }), ['= undefined (List)']);
  });

  it('R21: plain values have none, and what holds anything else has', () => {
    assert.deepEqual(told({ type: 'string' }), ['= undefined']);
    assert.deepEqual(told(undefined), ['= undefined']);
    assert.deepEqual(told({ type: 'object' }), ['= undefined']);
    assert.deepEqual(told({ additionalProperties: object({ a: {} }) }), [
      '= 1',
      '1 Body: additional object → 2',
      '2 Body 2: a any',
    ]);
    assert.deepEqual(told({ type: 'array', prefixItems: [{ type: 'string' }, object({ a: {} })] }), [
      '= 1',
      '1 Body: item string, item object → 2',
      '2 Body 2: a any',
    ]);
    assert.deepEqual(told({ oneOf: [object({ a: {} }), object({ b: {} })] }), [
      '= 1',
      '1 Body: oneOf object → 2, oneOf object → 3',
      '2 Body 2: a any',
      '3 Body 3: b any',
    ]);
  });

  it('says of an object what its schema says, and of a field what that says beside it', () => {
    const schemas = { Pet: object({ name: {} }, { description: 'An animal.' }) };
    const tables = tablesWith(schemas);
    const body = object({
      plain: ref('Pet'),
      own: { ...ref('Pet'), description: 'Mine.' },
      inline: object({ a: {} }, { description: 'Not named.' }),
      list: { type: 'array', items: { enum: [1, 2], description: 'A number.' } },
    });
    tables.rowOf(body, 'Body');
    const { rows } = tables.table(1);
    assert.deepEqual(
      rows.map(({ description }) => description),
      [undefined, 'Mine.', 'Not named.', undefined],
    );
    assert.deepEqual(rows[3]?.items, { description: 'A number.', facts: { enum: [1, 2] } });
    assert.deepEqual([tables.table(2).description, tables.table(3).description], ['An animal.', undefined]);
  });

  it('R26: has an end in depth, in objects and in rows, and says so', () => {
    const deep = (levels: number): object => (levels === 0 ? {} : object({ inner: deep(levels - 1) }));
    assert.deepEqual(told(deep(4), {}, { maxDepth: 2 }), [
      '= 1',
      '1 Body: inner object → 2',
      '2 inner: inner object → 3',
      '3 inner 2: inner object …',
    ]);
    const wide = object(
      Object.fromEntries([1, 2, 3, 4].map((each) => [`p${each}`, object({ a: {}, b: {} })])),
    );
    assert.deepEqual(
      told(wide, {}, { maxObjects: 3 })[1],
      '1 Body: p1 object → 2, p2 object → 3, p3 object …, p4 object …',
    );
    assert.deepEqual(told(wide, {}, { maxRows: 5 }).slice(2), [
      '2 p1: a any …',
      '3 p2:  …',
      '4 p3:  …',
      '5 p4:  …',
    ]);
    assert.throws(() => tablesWith().table(1), RangeError);
  });

  it('R26: schemas that multiply at each level are not followed to the end', () => {
    const level = (index: number) => Array.from({ length: 50 }, () => ref(`L${index + 1}`));
    for (const keyword of ['allOf', 'oneOf', 'anyOf', 'prefixItems']) {
      const schemas = Object.fromEntries(
        Array.from({ length: 50 }, (_, index) => [
          `L${index}`,
          { [keyword]: level(index), properties: { [`p${index}`]: {} } },
        ]),
      );
      assert.ok(told(ref('L0'), schemas).length <= 101, keyword);
    }
  });

  it('R26: a table that takes too much work is cut short', () => {
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
    const lines = told({ properties }, schemas);
    assert.match(lines[1] ?? '', / …$/);
    assert.ok(lines.length <= 101);
  });

  it('R21: takes anything for a schema', () => {
    fc.assert(
      fc.property(fc.anything({ withObjectString: true }), (schema) => {
        told(schema);
        told({ properties: { a: schema }, items: schema, oneOf: [schema, schema], discriminator: schema });
      }),
    );
  });
});
