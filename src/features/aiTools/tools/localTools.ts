import * as vscode from 'vscode';
import { aiAccessOf } from '../../../account/accountMetadata';
import { toolClasses, toolIdOf, toolNames, type ToolName } from '../../../toolNames';
import { ContributedTool } from './contributedTool';
import { allowsTool, type LocalToolsDeps } from './deps';

/**
 * Has the editor know the tools that the level of the active account allows, and no other (R68). An editor that knows no
 * tools is told of none.
 */
export class LocalTools implements vscode.Disposable {
  private readonly registered = new Map<ToolName, vscode.Disposable>();

  constructor(private readonly deps: LocalToolsDeps) {}

  /** Registers what is allowed now, and takes back the rest. */
  update(): void {
    const level = aiAccessOf(this.deps.sessions.current, this.deps.metadata);
    for (const name of toolNames) {
      if (allowsTool(level, toolClasses[name])) {
        this.register(name);
      } else {
        this.takeBack(name);
      }
    }
  }

  dispose(): void {
    for (const name of [...this.registered.keys()]) {
      this.takeBack(name);
    }
  }

  private register(name: ToolName): void {
    const load = this.deps.tools.get(name);
    const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
    if (!load || !lm?.registerTool || this.registered.has(name)) {
      return;
    }
    try {
      const tool = new ContributedTool(name, load, this.deps);
      this.registered.set(name, lm.registerTool(toolIdOf(name), tool));
    } catch (error) {
      this.deps.log.warn(
        `Tool ${name} cannot be registered: ${error instanceof Error ? error.message : 'unknown error'}`,
      );
    }
  }

  private takeBack(name: ToolName): void {
    this.registered.get(name)?.dispose();
    this.registered.delete(name);
  }
}
