import { Emitter } from '../../../src/support/emitter';

export interface FakeItem {
  label: string;
  description?: string;
  kind?: number;
  detail?: string;
  buttons?: unknown[];
  /** Whether the editor shows it whatever was typed. */
  alwaysShow?: boolean;
  /** The group that a row of testing groups is for. */
  groupId?: string;
}

/** A quick pick that its owner fills, and the person before it. The editor's own filter is no part of it. */
export class FakeQuickPick {
  title = '';
  value = '';
  placeholder = '';
  enabled = true;
  busy = false;
  visible = false;
  matchOnDescription = false;
  items: FakeItem[] = [];
  activeItems: FakeItem[] = [];
  selectedItems: FakeItem[] = [];
  disposed = false;
  /** Told when it is shown. */
  onShow: (() => unknown) | undefined;
  private readonly accepts = new Emitter<undefined>();
  private readonly hides = new Emitter<undefined>();
  private readonly values = new Emitter<string>();
  private readonly buttonPresses = new Emitter<{ item: FakeItem; button: unknown }>();
  readonly onDidAccept = this.accepts.event;
  readonly onDidHide = this.hides.event;
  readonly onDidChangeValue = this.values.event;
  private readonly selections = new Emitter<FakeItem[]>();
  readonly onDidChangeSelection = this.selections.event;
  readonly onDidTriggerItemButton = this.buttonPresses.event;
  /** Those beside the title. */
  buttons: { tooltip: string }[] = [];
  private readonly titlePresses = new Emitter<unknown>();
  readonly onDidTriggerButton = this.titlePresses.event;

  /** What the rows say, separators in brackets. */
  get labels(): string[] {
    return this.items.map(({ label, kind }) => (kind === -1 ? `[${label}]` : label));
  }

  type(text: string): void {
    this.value = text;
    this.values.fire(text);
  }

  /** Leaves exactly these rows ticked, where many can be. */
  tick(...labels: string[]): void {
    this.selectedItems = this.items.filter(({ label }) => labels.includes(label));
    this.selections.fire(this.selectedItems);
  }

  /** Labels of the rows that are ticked. */
  get ticked(): string[] {
    return this.selectedItems.map(({ label }) => label);
  }

  accept(label: string): void {
    this.selectedItems = this.items.filter((item) => item.label === label);
    this.acceptActive(label);
  }

  /** Accepts this row, or closes the pick without one. */
  answer(item: FakeItem | undefined): void {
    if (!item) {
      this.hide();
      return;
    }
    this.selectedItems = this.activeItems = [item];
    this.accepts.fire(undefined);
  }

  /** Accepts the row with the focus, whatever is told to be selected. */
  acceptActive(label: string): void {
    this.activeItems = this.items.filter((item) => item.label === label);
    this.accepts.fire(undefined);
  }

  /** Presses Enter, with what is ticked. */
  enter(): void {
    this.accepts.fire(undefined);
  }

  pressButton(label: string): void {
    const item = this.items.find((one) => one.label === label);
    if (item) this.buttonPresses.fire({ item, button: item.buttons?.[0] });
  }

  /** Presses a button beside the title, by its tooltip. */
  pressTitle(tooltip: string): void {
    this.titlePresses.fire(this.buttons.find((button) => button.tooltip === tooltip));
  }

  show(): void {
    this.visible = true;
    this.onShow?.();
  }

  hide(): void {
    if (this.visible) {
      this.visible = false;
      this.hides.fire(undefined);
    }
  }

  dispose(): void {
    this.hide();
    this.disposed = true;
  }
}
