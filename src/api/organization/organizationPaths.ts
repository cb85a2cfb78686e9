import { segment } from '../paths';

/** An organization, or what is below it. */
export function organizationPath(organizationId: string, below = ''): string {
  return `/identity/v1/organizations/${segment(organizationId)}${below}`;
}
