import type { FakeUri } from '../../extension/fakeUri';
import type { FakeVscode } from '../../extension/fakeVscode';

interface Lens {
  command: { title: string; command: string; arguments: unknown[] };
}

interface Provider {
  provideCodeLenses: (document: { uri: FakeUri }) => Lens[];
}

/** What stands above the texts of an editor. */
export class FakeLenses {
  private readonly providers = new Set<Provider>();

  constructor(private readonly editor: FakeVscode) {
    const { languages } = editor.api as { languages: object };
    Object.assign(languages, {
      registerCodeLensProvider: (_selector: unknown, provider: Provider) => {
        this.providers.add(provider);
        return { dispose: () => this.providers.delete(provider) };
      },
    });
  }

  /** Titles above a document. */
  above(document: { uri: FakeUri }): string[] {
    return this.lenses(document).map(({ command }) => command.title);
  }

  /** Presses the one whose title ends so. */
  press(document: { uri: FakeUri }, title: string): void {
    const lens = this.lenses(document).find(({ command }) => command.title.endsWith(title));
    this.editor.commands.get(lens?.command.command ?? title)?.(...(lens?.command.arguments ?? []));
  }

  private lenses(document: { uri: FakeUri }): Lens[] {
    return [...this.providers].flatMap((provider) => provider.provideCodeLenses(document));
  }
}
