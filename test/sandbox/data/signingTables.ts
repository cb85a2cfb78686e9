import type { Organization } from '../accounts';
import { randomFor } from './random';
import {
  makeSigning,
  signingSecrets,
  type SigningList,
  type SigningRow,
  type SigningTables,
} from './signing';

/** The signing identities of every organization, made when first asked for. */
export class AllSigning {
  private readonly tables = new Map<string, SigningTables>();

  constructor(
    private readonly seed: number,
    private readonly names: 'friendly' | 'strange',
    private readonly now: () => number,
  ) {}

  of(organization: Organization): SigningTables {
    const tables =
      this.tables.get(organization.id) ?? makeSigning(this.seed, organization, this.names, this.now());
    this.tables.set(organization.id, tables);
    return tables;
  }

  /** Of one list of an organization. */
  rowsOf(organization: Organization, list: SigningList): readonly SigningRow[] {
    return this.of(organization)[list].rows;
  }

  /** Appends certificates like those that are there, until there are so many. */
  grow(organization: Organization, count: number): void {
    const { certificates } = this.of(organization);
    const like = certificates.rows;
    const random = randomFor(this.seed, `${organization.id}/certificates`);
    for (let at = like.length; at < count; at++) {
      certificates.append({
        ...like[at % like.length],
        id: random.guid(),
        name: `Certificate ${at}`,
      });
    }
  }

  /** Puts the generated ones back. */
  reset(): void {
    this.tables.clear();
  }

  secrets(): readonly string[] {
    return this.tables.size > 0 ? signingSecrets : [];
  }
}
