import { settled, until } from '../../../support/until';
import { rawBranch, rawBuild, rawProfile } from '../buildServer';
import { useBuilds, type BuildsFixture } from '../buildsFixture';

/** Gives the suite that it is called in a workspace with a repository that a profile builds, and a status bar. */
export function useBranch(): BranchFixture {
  const on = new BranchFixture(useBuilds());
  beforeEach(() => {
    on.begin();
  });
  return on;
}

class BranchFixture {
  declare private repository: ReturnType<BuildsFixture['git']['add']>;

  constructor(readonly fixture: BuildsFixture) {}

  begin(): void {
    const { server, git } = this.fixture;
    this.repository = git.add('/code/harbor', ['https://git.example/labs/harbor.git']);
    server.profiles = [
      rawProfile('harbor', { name: 'Harbor', repositoryName: 'labs/harbor' }),
      rawProfile('quay', { name: 'Quay' }),
    ];
    server.branches['harbor'] = [rawBranch('main', { buildStatus: 1 }), rawBranch('develop')];
    server.builds['main-id'] = [rawBuild('b9', { status: 1 }), rawBuild('b8')];
  }

  /** What a window does by itself where a profile belongs to its workspace. */
  async follow(): Promise<void> {
    await this.fixture.view.followBranch();
    await until(() => this.fixture.editor.statusBarItems.length > 0);
    await settled();
  }

  get item() {
    return this.fixture.editor.statusBarItems.find(({ id }) => id === 'appcircle.build');
  }

  /** What the item says, while it is there. */
  get text(): string | undefined {
    return this.item?.isShown ? this.item.text : undefined;
  }

  /** What was asked since the last time. */
  asked(): string[] {
    return this.fixture.server.asked.splice(0);
  }

  async seconds(count: number): Promise<void> {
    await this.fixture.clock.tickAsync(count * 1000);
    await settled();
  }

  async focus(focused: boolean): Promise<void> {
    this.fixture.editor.focused = focused;
    this.fixture.editor.windowState.fire({ focused });
    await settled();
  }

  async checkOut(head: unknown): Promise<void> {
    this.fixture.git.checkOut(this.repository, head);
    await settled();
  }

  /** The branch has so many commits that its upstream does not have. */
  setAhead(ahead: number): Promise<void> {
    return this.checkOut({ name: 'main', type: 0, commit: 'abc', ahead });
  }
}
