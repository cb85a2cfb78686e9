import type { EnvironmentVariable, VariableGroup } from '../../../api/variables/variableGroups';
import type { OtherNode } from '../buildNodes';

/** The row of a variable group. */
export interface VariableGroupNode extends OtherNode {
  readonly kind: 'variableGroup';
  readonly group: VariableGroup;
}

/** The row of a variable, with the group that it is in. */
export interface VariableNode extends OtherNode {
  readonly kind: 'variable';
  readonly group: VariableGroup;
  readonly variable: EnvironmentVariable;
}

/** The group that a command was run on, or on a variable of it. A key binding may hand over anything (T13). */
export function variableGroupOf(argument: unknown): VariableGroup | undefined {
  const { kind, group } = (argument ?? {}) as Partial<VariableGroupNode | VariableNode>;
  return (kind === 'variableGroup' || kind === 'variable') && typeof group?.id === 'string'
    ? group
    : undefined;
}

/** The variable that a command was run on. */
export function variableOf(argument: unknown): VariableNode | undefined {
  const node = argument as Partial<VariableNode> | null | undefined;
  return node?.kind === 'variable' && variableGroupOf(node) && typeof node.variable?.id === 'string'
    ? (node as VariableNode)
    : undefined;
}
