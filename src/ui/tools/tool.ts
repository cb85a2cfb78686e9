import type { CommandScope } from '../../account/commandScope';
import type { JsonObject } from '../../api/decode';
import type { BoundedList } from './boundedList';
import type { QuotedText } from './quoted';

/** Whom a tool is run for, and how it is stopped. */
export interface ToolCall {
  readonly scope: CommandScope;
  /** Aborted when whoever runs the tool cancels it, and when the account or its level of access changes. */
  readonly signal: AbortSignal;
  /** When it began, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * A fact of an answer. A plain text is ours, or a value of a fixed set; text of others stands in a `QuotedText` alone
 * (R73), and lists that may be long in a `BoundedList`.
 */
export type ToolFact =
  | string
  | number
  | boolean
  | null
  | undefined
  | QuotedText
  | BoundedList<ToolFact>
  | readonly ToolFact[]
  | ToolAnswer;

/** What a tool answers with. `runTool` adds when, where and for whom, masks secrets, and holds it small. */
export interface ToolAnswer {
  readonly [name: string]: ToolFact;
}

/** A tool that changes nothing. */
export interface ReadTool<Input> {
  readonly kind: 'read';
  /** Of what a model sent, which no schema was held against. Throws `ToolInputError`. */
  parse(input: JsonObject): Input;
  /** What is said while it runs, as “Reading the build log”. */
  running(input: Input): string;
  /** Throws a `Failure`, or a `ToolError` in words. */
  run(input: Input, call: ToolCall): Promise<ToolAnswer>;
}

/** What a write would do, with every id resolved to a name. All texts may have names of others in them as they came. */
export interface ToolPlan {
  /** The question. */
  readonly title: string;
  /** What stands below it: app, branch, organization, who will be notified. */
  readonly lines: readonly string[];
  /** The word for yes. */
  readonly button: string;
  /** Tells whether two plans are the same deed. */
  readonly key: string;
}

/** A tool that changes something, once a person said yes to its plan (rule 15, R69). */
export interface WriteTool<Input, Plan extends ToolPlan> {
  readonly kind: 'write';
  /** See `ReadTool`. */
  parse(input: JsonObject): Input;
  /** See `ReadTool`. */
  running(input: Input): string;
  /** Only reads. */
  plan(input: Input, call: ToolCall): Promise<Plan>;
  /** After the yes. */
  carryOut(plan: Plan, call: ToolCall): Promise<ToolAnswer>;
}

/** A tool whose types nobody needs but itself: made by `readTool` and `writeTool`. */
export type Tool = ReadTool<unknown> | WriteTool<unknown, ToolPlan>;

/** A reading tool as the registry takes it. */
export function readTool<Input>(tool: Omit<ReadTool<Input>, 'kind'>): Tool {
  return { kind: 'read', ...tool };
}

/** A writing tool as the registry takes it. */
export function writeTool<Input, Plan extends ToolPlan>(tool: Omit<WriteTool<Input, Plan>, 'kind'>): Tool {
  return { kind: 'write', ...tool } as unknown as WriteTool<unknown, ToolPlan>;
}
