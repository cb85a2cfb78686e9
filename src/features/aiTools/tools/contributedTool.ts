import * as vscode from 'vscode';
import { currentScope } from '../../../account/commandScope';
import { JsonObject } from '../../../api/decode';
import { maskText } from '../../../support/redact';
import { textForAnyPlace } from '../../../support/shownText';
import type { ToolName } from '../../../toolNames';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import { runTool } from '../../../ui/tools/runTool';
import type { Tool, ToolAnswer, ToolPlan } from '../../../ui/tools/tool';
import { ToolError, ToolInputError } from '../../../ui/tools/toolError';
import { toolErrorText } from '../../../ui/tools/toolFailure';
import { confirmPlan } from './confirmPlan';
import type { LocalToolsDeps } from './deps';
import { RunningCall } from './runningCall';
import { ShownPlans } from './shownPlans';

/**
 * A tool as the editor knows it. What it is given was held against no schema, and who runs it may be any extension: each
 * call is looked at anew. A write asks by itself, but where a chat has shown the very same plan (rule 15).
 */
export class ContributedTool implements vscode.LanguageModelTool<unknown> {
  private readonly shownPlans = new ShownPlans();

  constructor(
    private readonly name: ToolName,
    private readonly load: () => Promise<Tool>,
    private readonly deps: LocalToolsDeps,
  ) {}

  /** What the editor says meanwhile, and for a write what it asks. What cannot be prepared is told when it is run. */
  async prepareInvocation(
    { input }: vscode.LanguageModelToolInvocationPrepareOptions<unknown>,
    token: vscode.CancellationToken,
  ): Promise<vscode.PreparedToolInvocation | undefined> {
    // A yes to an older question is none to this call, which may not get as far as a question.
    const before = this.shownPlans.take(input);
    try {
      const tool = await this.load();
      const parsed = tool.parse(objectIn(input));
      const invocationMessage = textForAnyPlace(tool.running(parsed));
      if (tool.kind === 'read') {
        return { invocationMessage };
      }
      const plan = await this.during(token, async (running) => {
        const planned = await running.orEnd(tool.plan(parsed, running.call));
        this.shownPlans.add(input, keyOf(planned, running), before);
        return planned;
      });
      return { invocationMessage, confirmationMessages: questionOf(plan) };
    } catch {
      return undefined;
    }
  }

  /** The answer as JSON. Throws a cancellation, or one sentence with the next step. */
  async invoke(
    { input, toolInvocationToken }: vscode.LanguageModelToolInvocationOptions<unknown>,
    token: vscode.CancellationToken,
  ): Promise<vscode.LanguageModelToolResult> {
    const shownKey = this.shownPlans.take(input);
    // The types of the floor say that there is never one.
    const chat: unknown = toolInvocationToken;
    const ended = await this.during(token, async (running) => {
      const answer = this.answer(input, running, chat === undefined ? undefined : shownKey);
      return runTool(answer, running.call, running.accountName);
    }).catch((error: unknown) => ({ error }));
    if (typeof ended === 'string') {
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(ended)]);
    }
    if (ended.error instanceof vscode.CancellationError) {
      throw ended.error;
    }
    // Without the error itself, which may have more in it than its sentence.
    throw new Error(textForAnyPlace(this.redact(toolErrorText(ended.error, this.name, this.deps.log))));
  }

  /** A sentence may have names of others in it. */
  private redact(sentence: string): string {
    const scope = currentScope(this.deps);
    return scope ? scope.client.redactor.redact(sentence) : maskText(sentence);
  }

  private async answer(
    input: unknown,
    running: RunningCall,
    shownKey: string | undefined,
  ): Promise<ToolAnswer> {
    const tool = await this.load();
    const parsed = tool.parse(objectIn(input));
    if (tool.kind === 'read') {
      return running.orEnd(tool.run(parsed, running.call));
    }
    const plan = await running.orEnd(tool.plan(parsed, running.call));
    if (shownKey === keyOf(plan, running)) {
      return tool.carryOut(plan, running.call);
    }
    await running.orEnd(confirmPlan(plan));
    // The question may have been open for long, as that of a chat may.
    const agreed = await running.orEnd(tool.plan(parsed, running.call));
    if (agreed.key !== plan.key) {
      throw new ToolError(
        vscode.l10n.t(
          'What this would do changed while the person was asked. Nothing was done. Run the tool again.',
        ),
      );
    }
    return tool.carryOut(agreed, running.call);
  }

  private async during<T>(
    token: vscode.CancellationToken,
    work: (running: RunningCall) => Promise<T>,
  ): Promise<T> {
    const running = new RunningCall(this.name, this.deps, token);
    try {
      return await work(running);
    } finally {
      running.dispose();
    }
  }
}

/** The same deed with another account is another one. */
function keyOf({ key }: ToolPlan, { call }: RunningCall): string {
  return JSON.stringify([call.scope.account.id, key]);
}

function objectIn(input: unknown): JsonObject {
  const object = JsonObject.of(input ?? {});
  if (!object) {
    throw new ToolInputError(vscode.l10n.t('Send a JSON object as the input of this tool.'));
  }
  return object;
}

function questionOf({ title, lines }: ToolPlan): vscode.LanguageModelToolConfirmationMessages {
  const markdown = new SafeMarkdown();
  for (const line of lines) {
    markdown.paragraph(line);
  }
  return { title: textForAnyPlace(title), message: markdown.value };
}
