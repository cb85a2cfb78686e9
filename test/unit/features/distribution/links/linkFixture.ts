import { inSubOrganization, type Account } from '../../../../../src/account/account';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { ApiClient } from '../../../../../src/api/client';
import type { AppVersion } from '../../../../../src/api/distribution/appVersion';
import type { DistributionProfile } from '../../../../../src/api/distribution/profiles';
import type * as Links from '../../../../../src/features/distribution/links/openLink';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { FakeUri } from '../../../extension/fakeUri';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { profile, version } from '../versions/versionFixture';

export const EXTENSION = 'appcircle-explorer.appcircle-explorer';
const hosts = hostsAt('https://api.example');

const own = accountOf(keyOf('k'), hosts, 'somebody', 'org-1');
const second = accountOf(keyOf('k'), hosts, 'somebody', 'org-2');

type Editor = EditorWith<typeof Links>;

/** Gives the suite that it is called in links; each test begins in a window of its own. */
export function useLinks(): LinkFixture {
  const fixture = new LinkFixture(useEditor('features/distribution/links/openLink') as Editor);
  beforeEach(() => {
    fixture.begin();
  });
  return fixture;
}

/** What is behind a link in a test, and what was heard of it. */
class LinkState {
  sessions = new SessionStore();
  readonly own = own;
  readonly second = second;
  readonly sub = inSubOrganization(own, 'org-1-sub');
  known: Account[] = [own, second];
  profiles: DistributionProfile[] = [profile];
  versions: AppVersion[] = [version()];
  /** What becomes known when the profile is asked for once more. */
  news: { profiles?: DistributionProfile[]; versions?: AppVersion[] } = {};
  /** What a request fails with, by the name of what is asked for. */
  fails: Partial<Record<'rows' | 'renew' | 'versions' | 'switch', Error>> = {};
  picks: DistributionProfile | undefined = profile;
  /** Everything that was done, in this order. A request is one of those that begin with `ask`. */
  done: string[] = [];
  /** What signing in comes to. */
  signsIn: Account | undefined;
  /** What happens between a request and its answer. */
  meanwhile: () => void = () => undefined;
}

/** Links, the accounts of a window, and a person who opens one. */
class LinkFixture extends LinkState {
  declare links: Links.DistributionLinks;

  constructor(readonly editor: Editor) {
    super();
  }

  /** Opens a window in which no link was opened yet. */
  begin(): void {
    Object.assign(this, new LinkState());
    this.sessions.setSignedIn(this.own);
    this.editor.executes = (command) => this.execute(command);
    this.links = new this.editor.module.DistributionLinks({
      sessions: this.sessions,
      clientFor: () => ({}) as ApiClient,
      accounts: this.accounts(),
      pickProfile: ({ title }) => {
        this.done.push(`pick ${title}`);
        return Promise.resolve(this.picks);
      },
      changes: {
        rows: () => this.ask('rows', 'rows', () => this.profiles),
        renew: (id) =>
          this.ask('renew', `profile ${id}`, () => {
            this.profiles = this.news.profiles ?? this.profiles;
            this.versions = this.news.versions ?? this.versions;
          }),
        reveal: (id) => {
          this.done.push(`reveal ${id}`);
          return Promise.resolve();
        },
      },
      versionsOf: ({ id }) => this.ask('versions', `versions ${id}`, () => this.versions),
      showVersion: (of, shown) => {
        this.done.push(`show ${of.id} ${shown.id}`);
        return Promise.resolve();
      },
    });
  }

  /** What was asked of the server. */
  get asked(): string[] {
    return this.done.filter((line) => line.startsWith('ask'));
  }

  /** Opens an address as the editor hands it over. */
  async open(rest: string, authority = EXTENSION): Promise<void> {
    await this.links.open(FakeUri.parse(`vscode://${authority}${rest}`));
  }

  private async ask<T>(what: 'rows' | 'renew' | 'versions', line: string, answer: () => T): Promise<T> {
    this.done.push(`ask ${line}`);
    await Promise.resolve();
    this.meanwhile();
    const failure = this.fails[what];
    if (failure) throw failure;
    return answer();
  }

  private execute(command: string): Promise<void> {
    this.done.push(command);
    if (command === 'appcircle.signIn' && this.signsIn) {
      this.known = [...this.known.filter((one) => one !== this.signsIn), this.signsIn];
      this.sessions.setSignedIn(this.signsIn);
    }
    return Promise.resolve();
  }

  private accounts(): Links.LinkDeps['accounts'] {
    const known = () => this.known;
    return {
      get known() {
        return known();
      },
      organizations: {
        known: (account: Account) => (account === this.own ? [this.sub] : []),
        namesOf: ({ organizationId }: Account) =>
          organizationId === 'org-2' ? { organizationName: 'Harbor\u202e Labs' } : {},
      } as unknown as Links.LinkDeps['accounts']['organizations'],
      switchTo: (account) => {
        this.done.push(`switch ${account.organizationId}`);
        if (this.fails.switch) return Promise.reject(this.fails.switch);
        this.sessions.setSignedIn(account);
        return Promise.resolve();
      },
    };
  }
}
