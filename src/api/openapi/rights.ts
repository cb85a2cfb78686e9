import { JsonObject } from '../decode';

const MAX_RIGHTS = 20;

/** Fields in which servers tell the roles and permissions that an operation needs. */
const vendorFields = ['x-required-roles', 'x-roles', 'x-permissions'] as const;

/**
 * What a caller needs, one text for each way to have it: the security schemes with their scopes, of the operation or
 * else of the whole description; then what the vendor fields tell, by their names: `roles: Owner, Manager`.
 */
export function rightsOf(document: JsonObject<'security'>, operation: JsonObject): readonly string[] {
  const security = operation.raw['security'] ?? document.raw['security'];
  const schemes = (Array.isArray(security) ? security.slice(0, MAX_RIGHTS) : []).map((requirement) =>
    Object.entries(JsonObject.of(requirement)?.raw ?? {})
      .slice(0, MAX_RIGHTS)
      .map(([scheme, scopes]) => rightText(scheme, scopes))
      .join(' + '),
  );
  const vendor = vendorFields
    .filter((field) => textsOf(operation.raw[field]).length > 0)
    .map((field) => rightText(field.slice(2), operation.raw[field]));
  // No scheme at all means that nobody has to be anybody.
  return [...schemes.filter((text) => text !== ''), ...vendor];
}

function rightText(name: string, values: unknown): string {
  return [name, textsOf(values).join(', ')].filter((text) => text !== '').join(': ');
}

function textsOf(values: unknown): string[] {
  return (Array.isArray(values) ? values.slice(0, MAX_RIGHTS) : [values]).filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}
