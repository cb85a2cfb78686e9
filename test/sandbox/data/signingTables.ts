import type { Organization } from '../accounts';
import { makeSigning, signingSecrets, type SigningTables } from './signing';

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

  /** Puts the generated ones back. */
  reset(): void {
    this.tables.clear();
  }

  secrets(): readonly string[] {
    return this.tables.size > 0 ? signingSecrets : [];
  }
}
