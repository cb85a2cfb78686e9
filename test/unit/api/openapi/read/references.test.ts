import { strict as assert } from 'node:assert';
import { described } from '../examples';

const ref = (reference: unknown) => ({ $ref: reference });

describe('openapi: references', () => {
  const document = {
    openapi: '3.0.0',
    components: {
      schemas: {
        Pet: { type: 'object' },
        Alias: ref('#/components/schemas/Pet'),
        'a/b~c d': { type: 'string' },
        '~1': { type: 'number' },
        Left: ref('#/components/schemas/Right'),
        Right: ref('#/components/schemas/Left'),
        Self: ref('#/components/schemas/Self'),
        List: [{ type: 'boolean' }],
        Null: null,
      },
    },
  };

  it('R21: local ones are followed, and give the name of what they name', async () => {
    const description = await described(document);
    const resolve = (reference: unknown) => description.resolve(ref(reference));
    assert.deepEqual(resolve('#/components/schemas/Pet'), { value: { type: 'object' }, name: 'Pet' });
    assert.deepEqual(resolve('#/components/schemas/Alias'), { value: { type: 'object' }, name: 'Alias' });
    assert.deepEqual(resolve('#/components/schemas/a~1b~0c%20d'), {
      value: { type: 'string' },
      name: 'a/b~c d',
    });
    assert.deepEqual(resolve('#/components/schemas/List/0'), { value: { type: 'boolean' }, name: '0' });
    assert.deepEqual(resolve('#/components/schemas/Null'), { value: null, name: 'Null' });
    assert.deepEqual(resolve('#/components/schemas/~01'), { value: { type: 'number' }, name: '~1' });
    assert.deepEqual(resolve('#'), { value: document, name: '#' });
  });

  it('R21: what is no reference is its own value', async () => {
    const description = await described(document);
    for (const node of [
      { type: 'string' },
      [],
      'text',
      3,
      null,
      undefined,
      true,
      ref(3),
      ref({}),
      [ref('#')],
    ]) {
      assert.deepEqual(description.resolve(node), { value: node });
    }
  });

  it('files and servers are never asked', async () => {
    const description = await described(document);
    for (const reference of [
      'https://evil.example/schema.json#/Pet',
      '//evil.example/x',
      'file:///etc/passwd',
      'schemas.yaml#/Pet',
      './Pet',
      '/etc/passwd',
      '',
      ' #/components/schemas/Pet',
    ]) {
      const { value, problem } = description.resolve(ref(reference));
      assert.deepEqual([value, problem], [undefined, 'foreign'], reference);
    }
  });

  it('R21: what leads nowhere says why', async () => {
    const description = await described(document);
    const problemOf = (reference: string) => description.resolve(ref(reference)).problem;
    assert.equal(problemOf('#/components/schemas/Nobody'), 'missing');
    assert.equal(problemOf('#/components/schemas/Pet/type/length'), 'missing');
    assert.equal(problemOf('#/components/schemas/%zz'), 'missing');
    assert.equal(problemOf('#anchor'), 'missing');
    assert.equal(problemOf('#/__proto__/toString'), 'missing');
    assert.equal(problemOf('#/constructor'), 'missing');
    assert.equal(problemOf('#/components/schemas/Self'), 'cycle');
    assert.equal(problemOf('#/components/schemas/Left'), 'cycle');
    assert.equal(problemOf(`#${'/x'.repeat(10_000)}`), 'tooDeep');
  });

  it('R26: a chain of 10,000 is given up, a short one is followed to its end', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`S${index}`, ref(`#/components/schemas/S${index + 1}`)]),
    );
    const components = { schemas: { ...schemas, S10000: { type: 'integer' } } };
    const description = await described({ openapi: '3.0.0', components });
    const start = (index: number) => description.resolve(ref(`#/components/schemas/S${index}`));
    assert.deepEqual(start(9_950), { value: { type: 'integer' }, name: 'S9950' });
    assert.deepEqual(start(0), { value: undefined, name: 'S0', problem: 'tooDeep' });
  });
});
