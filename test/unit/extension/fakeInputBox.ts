import { Emitter } from '../../../src/support/emitter';

/** An input box, and the person before it. */
export class FakeInputBox {
  value = '';
  enabled = true;
  busy = false;
  visible = false;
  validationMessage: { message: string } | undefined;
  private readonly accepts = new Emitter<undefined>();
  private readonly hides = new Emitter<undefined>();
  private readonly buttonPresses = new Emitter<unknown>();
  private readonly values = new Emitter<string>();
  readonly onDidAccept = this.accepts.event;
  readonly onDidHide = this.hides.event;
  readonly onDidTriggerButton = this.buttonPresses.event;
  readonly onDidChangeValue = this.values.event;

  /** Types a text and presses Enter. */
  submit(text: string): void {
    this.value = text;
    this.values.fire(text);
    this.accepts.fire(undefined);
  }

  press(button: unknown): void {
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
