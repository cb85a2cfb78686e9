/** A terminal of the fake editor, in the list of all of them until it is disposed. */
export class FakeTerminal {
  shown = false;
  exitStatus: unknown;
  readonly name: string;

  constructor(
    readonly creationOptions: { name?: string },
    private readonly all: FakeTerminal[],
  ) {
    this.name = creationOptions.name ?? 'bash';
  }

  show(): void {
    this.shown = true;
  }

  dispose(): void {
    this.all.splice(this.all.indexOf(this), 1);
  }
}
