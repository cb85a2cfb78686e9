import type { Alternative, Shape } from './schema';
import { schemaFactsOf } from './schemaRow';

/** Something inside of a value. */
export type Inside =
  | { readonly kind: 'property'; readonly name: string; readonly required: boolean; readonly nodes: Nodes }
  /** Any further property. */
  | { readonly kind: 'additional'; readonly nodes: Nodes }
  /** An item of a tuple, from 0. */
  | { readonly kind: 'item'; readonly number: number; readonly nodes: Nodes }
  /** What applies besides where a condition holds, or does not (`if`). */
  | { readonly kind: 'then' | 'else'; readonly nodes: Nodes }
  /** One of the schemas of which one, or any, has to apply, from 1. */
  | { readonly kind: Alternative['kind']; readonly number: number; readonly nodes: Nodes };

/** All that say something of it; a shape is made of them. */
type Nodes = readonly unknown[];

/** What is inside of a value, in the order of the schema: properties first. */
export function insideOf(shape: Shape): readonly Inside[] {
  const required = shape.required();
  const additional = shape.additional();
  return [
    ...[...shape.properties()].map(
      ([name, nodes]) => ({ kind: 'property', name, required: required.has(name), nodes }) as const,
    ),
    ...shape.tuple().map((node, number) => ({ kind: 'item', number, nodes: [node] }) as const),
    ...(additional === undefined ? [] : [{ kind: 'additional', nodes: [additional] } as const]),
    ...alternativesIn(shape).map(({ kind, number, node }) => ({ kind, number, nodes: [node] }) as const),
    ...branchesIn(shape),
  ];
}

/** Whether there is anything to list of what is inside. */
export function hasInside(shape: Shape): boolean {
  return (
    shape.hasProperties() ||
    shape.additional() !== undefined ||
    shape.tuple().length > 0 ||
    alternativesIn(shape).length + branchesIn(shape).length > 0
  );
}

/** Whether there is more to say of a value than its type. */
export function saysMore(shape: Shape): boolean {
  return shape.text('description') !== undefined || Object.keys(schemaFactsOf(shape)).length > 0;
}

/** None without a condition, and none that say nothing. */
function branchesIn(shape: Shape): readonly Inside[] {
  return shape.get('if') === undefined
    ? []
    : (['then', 'else'] as const)
        .map((kind) => ({ kind, nodes: [shape.get(kind)] }))
        .filter(({ nodes: [node] }) => typeof node === 'object' && node !== null);
}

/** None where all there is to say of them is their types, which the row around them names already. */
function alternativesIn(shape: Shape): readonly Alternative[] {
  const alternatives = shape.alternatives();
  return alternatives.every(({ node }) => isPlain(shape.shape(node))) ? [] : alternatives;
}

function isPlain(shape: Shape): boolean {
  return !(
    shape.hasProperties() ||
    shape.additional() !== undefined ||
    shape.items().length + shape.tuple().length + shape.alternatives().length > 0 ||
    saysMore(shape)
  );
}
