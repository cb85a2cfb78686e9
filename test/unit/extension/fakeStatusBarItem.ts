import type { FakeVscode } from './fakeVscode';

/** An item of the status bar, as far as tests look at it. One that is read aloud when it appears goes by itself. */
export class FakeStatusBarItem {
  text?: string;
  command?: string;
  tooltip?: { value: string };
  isShown = false;
  accessibilityInformation?: { label: string; role?: string };
  private readonly registered;

  constructor(
    private readonly editor: FakeVscode,
    readonly id: unknown,
  ) {
    this.registered = editor.register('status bar item');
    editor.statusBarItems.push(this);
  }

  readonly show = (): void => {
    const { statusBar, statusBarItems } = this.editor;
    this.isShown = true;
    if (this.accessibilityInformation?.role === 'alert') {
      statusBar.push(this.text ?? '');
      statusBarItems.splice(statusBarItems.indexOf(this), 1);
      this.dispose();
    }
  };

  readonly hide = (): void => {
    this.isShown = false;
  };

  readonly dispose = (): void => {
    this.registered.dispose();
  };
}
