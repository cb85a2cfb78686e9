import { Emitter } from '../../../src/support/emitter';

interface ValidationMessage {
  message: string;
  severity: number;
}

/** The editor's input box without an editor: a test types, presses and looks. */
export class FakeInputBox {
  title = '';
  prompt = '';
  placeholder = '';
  value = '';
  password = false;
  step = 0;
  totalSteps = 0;
  enabled = true;
  busy = false;
  ignoreFocusOut = false;
  buttons: { tooltip?: string }[] = [];
  validationMessage: ValidationMessage | undefined;

  private readonly accepts = new Emitter<undefined>();
  private readonly changes = new Emitter<string>();
  private readonly presses = new Emitter<{ tooltip?: string }>();
  private readonly hides = new Emitter<undefined>();
  readonly onDidAccept = this.accepts.event;
  readonly onDidChangeValue = this.changes.event;
  readonly onDidTriggerButton = this.presses.event;
  readonly onDidHide = this.hides.event;

  show(): void {
    // It is shown at once.
  }

  hide(): void {
    this.hides.fire(undefined);
  }

  dispose(): void {
    // Nothing is held.
  }

  type(text: string): void {
    this.value = text;
    this.changes.fire(text);
  }

  enter(text?: string): void {
    if (text !== undefined) this.type(text);
    this.accepts.fire(undefined);
  }

  press(tooltip: string): void {
    const button = this.buttons.find((one) => one.tooltip === tooltip);
    if (!button) throw new Error(`There is no button "${tooltip}".`);
    this.presses.fire(button);
  }
}
