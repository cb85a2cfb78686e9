import { Emitter } from '../../../src/support/emitter';

interface Button {
  tooltip?: string;
}

/** An input box, and the person before it. */
export class FakeInputBox {
  title = '';
  prompt = '';
  placeholder = '';
  value = '';
  password = false;
  step = 0;
  totalSteps = 0;
  ignoreFocusOut = false;
  enabled = true;
  busy = false;
  visible = false;
  buttons: Button[] = [];
  validationMessage: { message: string; severity?: number } | undefined;
  private readonly accepts = new Emitter<undefined>();
  private readonly hides = new Emitter<undefined>();
  private readonly buttonPresses = new Emitter<Button>();
  private readonly values = new Emitter<string>();
  readonly onDidAccept = this.accepts.event;
  readonly onDidHide = this.hides.event;
  readonly onDidTriggerButton = this.buttonPresses.event;
  readonly onDidChangeValue = this.values.event;

  type(text: string): void {
    this.value = text;
    this.values.fire(text);
  }

  /** Presses Enter. */
  enter(): void {
    this.accepts.fire(undefined);
  }

  /** Types a text and presses Enter. */
  submit(text: string): void {
    this.type(text);
    this.enter();
  }

  /** Presses the button with this tooltip. */
  press(tooltip: string): void {
    const button = this.buttons.find((one) => one.tooltip === tooltip);
    if (!button) throw new Error(`There is no button "${tooltip}".`);
    this.buttonPresses.fire(button);
  }

  show(): void {
    this.visible = true;
  }

  hide(): void {
    if (this.visible) {
      this.visible = false;
      this.hides.fire(undefined);
    }
  }

  dispose(): void {
    this.hide();
  }
}
