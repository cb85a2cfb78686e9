import type { ScopeSource } from '../../account/commandScope';
import { listIdentities, type SigningIdentity } from '../../api/signing/identities';
import type { Certificate } from '../../api/signing/certificates';
import type { ProvisioningProfile } from '../../api/signing/provisioningProfiles';
import { SIGNING_KINDS, type SigningKind } from '../../api/signing/signingIdentity';
import { Disposables } from '../../support/disposables';
import { Emitter, type Disposable } from '../../support/emitter';
import { compareNames } from '../../support/names';
import { AccountLoads, type KnownRows } from '../../ui/lists/accountLoads';
import { compareEnds } from './ends';

/** The four lists of the active account, each asked for once. What ends first stands first. */
export class SigningLists implements Disposable {
  private readonly disposables = new Disposables();
  private readonly loads: AccountLoads<SigningIdentity, SigningKind>;
  private readonly loaded = this.disposables.add(new Emitter<undefined>());
  /** Told when lists were wanted, and what could be had of them is known. */
  readonly onDidLoad = this.loaded.event;
  readonly onDidChangeFailure;

  constructor({ sessions, clientFor }: ScopeSource) {
    this.loads = this.disposables.add(
      new AccountLoads<SigningIdentity, SigningKind>(sessions, async (account, kind, signal) =>
        sortByEnd(await listIdentities(clientFor(account), kind, signal)),
      ),
    );
    this.onDidChangeFailure = this.loads.onDidChangeFailure;
  }

  /** Why no list can be had, whatever it is of. */
  get failure() {
    return this.loads.failure;
  }

  /** All that is known, without asking. */
  get known(): readonly SigningIdentity[] {
    return SIGNING_KINDS.flatMap((kind) => this.loads.lastRowsOf(kind) ?? []);
  }

  get knownCertificates(): readonly Certificate[] {
    return this.known.filter((one) => one.kind === 'certificate');
  }

  get knownProfiles(): readonly ProvisioningProfile[] {
    return this.known.filter((one) => one.kind === 'provisioningProfile');
  }

  /** Those of one kind. Fails as a request does. */
  rowsOf(kind: SigningKind): Promise<readonly SigningIdentity[]> {
    return this.loads.rowsOf(kind);
  }

  /** All that can be had. Fails as the first list does where none can. */
  async all(): Promise<readonly SigningIdentity[]> {
    const lists = await Promise.allSettled(SIGNING_KINDS.map((kind) => this.loads.rowsOf(kind)));
    const [first] = lists;
    if (first?.status === 'rejected' && lists.every(({ status }) => status === 'rejected')) {
      throw first.reason;
    }
    this.loaded.fire(undefined);
    return lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
  }

  /** For rows that are drawn, in the order of the kinds. Undefined when the account left meanwhile. */
  async forRows(): Promise<ReadonlyMap<SigningKind, KnownRows<SigningIdentity>> | undefined> {
    const known = await Promise.all(
      SIGNING_KINDS.map(async (kind) => [kind, await this.loads.loadForRows(kind)] as const),
    );
    const lists = new Map(known.flatMap(([kind, rows]) => (rows ? [[kind, rows] as const] : [])));
    this.loaded.fire(undefined);
    return lists.size === known.length ? lists : undefined;
  }

  /** These lists are asked for again when they are next wanted; without a kind all of them. */
  forget(...kinds: SigningKind[]): void {
    for (const kind of kinds.length > 0 ? kinds : SIGNING_KINDS) {
      this.loads.forget(kind);
    }
  }

  /** The same for what failed in a way that may have passed. Whether there was any. */
  forgetFailed(): boolean {
    return this.loads.forgetFailed();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function sortByEnd(identities: readonly SigningIdentity[]): SigningIdentity[] {
  return [...identities].sort((a, b) => compareEnds(a.endsAt, b.endsAt) || compareNames(a.name, b.name));
}
