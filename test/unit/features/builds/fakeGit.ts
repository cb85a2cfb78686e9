import { Emitter } from '../../../../src/support/emitter';
import { FakeUri } from '../../extension/fakeUri';

interface FakeRepository {
  rootUri: FakeUri;
  state: { HEAD: unknown; remotes: { fetchUrl?: string; pushUrl?: string }[]; onDidChange: unknown };
  ui: { selected: boolean; onDidChange: unknown };
}

/** The git extension of a fake editor, and what is checked out. */
export class FakeGit {
  enabled = true;
  state = 'initialized';
  readonly repositories: FakeRepository[] = [];
  readonly enablement = new Emitter<boolean>();
  readonly states = new Emitter<string>();
  readonly opens = new Emitter<unknown>();
  readonly closes = new Emitter<unknown>();
  readonly repositoryChanges = new Emitter<undefined>();
  readonly selections = new Emitter<undefined>();

  readonly extension = {
    activate: () => Promise.resolve(this.exports),
  };

  private readonly exports = ((git: FakeGit) => ({
    get enabled() {
      return git.enabled;
    },
    onDidChangeEnablement: git.enablement.event,
    getAPI: () => ({
      get state() {
        return git.state;
      },
      onDidChangeState: git.states.event,
      repositories: git.repositories,
      onDidOpenRepository: git.opens.event,
      onDidCloseRepository: git.closes.event,
      getRepository: ({ path }: FakeUri) =>
        git.repositories.find(({ rootUri }) => `${path}/`.startsWith(`${rootUri.path}/`)) ?? null,
    }),
  }))(this);

  /** A repository in this folder. */
  add(
    folder: string,
    remotes: string[],
    head: unknown = { name: 'main', type: 0, commit: 'abc' },
  ): FakeRepository {
    const repository: FakeRepository = {
      rootUri: FakeUri.file(folder),
      state: {
        HEAD: head,
        remotes: remotes.map((fetchUrl) => ({ fetchUrl, pushUrl: fetchUrl })),
        onDidChange: this.repositoryChanges.event,
      },
      ui: { selected: false, onDidChange: this.selections.event },
    };
    this.repositories.push(repository);
    this.opens.fire(repository);
    return repository;
  }

  /** Checks something out. */
  checkOut(repository: FakeRepository, head: unknown): void {
    repository.state.HEAD = head;
    this.repositoryChanges.fire(undefined);
  }
}
