/** What judges a body that tests send to the control routes. */
import { Ajv, type ValidateFunction } from 'ajv';

// Unknown members and wrong types are mistakes, not something to mend: nothing is removed or turned into another type.
const ajv = new Ajv({ discriminator: true, allowUnionTypes: true });
const validators = new Map<string, ValidateFunction>();

/**
 * Compiled once in a process: Fastify by itself compiles the same schemas again for each server, and a run of the unit
 * tests starts hundreds.
 */
export function validatorOf(schema: object): ValidateFunction {
  const key = JSON.stringify(schema);
  const validator = validators.get(key) ?? ajv.compile(schema);
  validators.set(key, validator);
  return validator;
}
