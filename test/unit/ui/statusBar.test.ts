import { strict as assert } from 'node:assert';
import type * as StatusBars from '../../../src/ui/statusBar';
import { useEditor, type EditorWith } from '../support/useEditor';

describe('a line in the status bar', () => {
  const editor = useEditor('ui/statusBar') as EditorWith<typeof StatusBars>;

  it('is read aloud when it appears, as text', () => {
    const said: unknown[] = [];
    const { window } = editor.api as { window: { createStatusBarItem: () => object } };
    const { createStatusBarItem } = window;
    window.createStatusBarItem = () => {
      const item = createStatusBarItem();
      said.push(item);
      return item;
    };
    editor.own({ dispose: () => (window.createStatusBarItem = createStatusBarItem) });
    editor.module.showStatus('Copied $(zap) \u202e');
    const [{ text, accessibilityInformation } = {}] = said as {
      text?: string;
      accessibilityInformation?: object;
    }[];
    assert.equal(text, 'Copied \\$(zap) ‹U+202E›');
    assert.deepEqual(accessibilityInformation, { label: 'Copied $(zap) ‹U+202E›', role: 'alert' });
  });
});
