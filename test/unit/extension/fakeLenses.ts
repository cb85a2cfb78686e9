import type { FakeUri } from './fakeUri';

interface Lens {
  command: { title: string; command: string; arguments: unknown[] };
}

/** A code lens provider, as far as its lenses are looked at. */
export interface LensProvider {
  provideCodeLenses: (document: { uri: FakeUri }) => Lens[];
}

/** What stands above the texts of an editor, and runs its commands. */
export class FakeLenses {
  readonly providers = new Set<LensProvider>();

  constructor(private readonly commands: ReadonlyMap<string, (...args: unknown[]) => unknown>) {}

  /** Titles above a document. */
  above(document: { uri: FakeUri }): string[] {
    return this.lenses(document).map(({ command }) => command.title);
  }

  /** Presses the one whose title ends so. */
  press(document: { uri: FakeUri }, title: string): void {
    const lens = this.lenses(document).find(({ command }) => command.title.endsWith(title));
    this.commands.get(lens?.command.command ?? title)?.(...(lens?.command.arguments ?? []));
  }

  private lenses(document: { uri: FakeUri }): Lens[] {
    return [...this.providers].flatMap((provider) => provider.provideCodeLenses(document));
  }
}
