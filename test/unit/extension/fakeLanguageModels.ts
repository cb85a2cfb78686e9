import type * as vscode from 'vscode';
import { classes } from './fakeClasses';
import type { FakeVscode } from './fakeVscode';

/** What a tool is registered as. */
export type FakeTool = vscode.LanguageModelTool<unknown>;

/** `vscode.lm` of a fake editor. */
export function makeLanguageModels(editor: FakeVscode): object {
  return {
    registerMcpServerDefinitionProvider: (id: string, provider: object) => {
      if (editor.mcpServers === 'refused') throw new Error(`'${id}' is not contributed`);
      editor.mcpProviders.set(id, provider);
      const mark = editor.register(`MCP server definition provider ${id}`);
      return classes.Disposable.from(mark, { dispose: () => editor.mcpProviders.delete(id) });
    },
    registerTool: (id: string, tool: FakeTool) => {
      if (editor.tools.has(id)) throw new Error(`Tool '${id}' is registered already`);
      editor.tools.set(id, tool);
      const mark = editor.register(`tool ${id}`);
      return classes.Disposable.from(mark, { dispose: () => editor.tools.delete(id) });
    },
  };
}
