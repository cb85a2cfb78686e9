/** Schemas that a schema is made of by `allOf`, at most. */
export const MAX_PARTS = 100;

/** Of a list that people are meant to read: alternatives, types, items of a tuple. */
export const MAX_PROPERTIES = 100;

export const MAX_REQUIRED = 1000;

/** Fields of one object: more than a table, a sample or a check has room for, so that each of them tells that there are more. */
export const MAX_FIELDS = 3000;

/** Schemas that only wrap another, in a row. */
export const MAX_WRAPPERS = 10;

/** Parts that are looked at for one table or sample. Honest ones take a few thousand. */
export const MAX_WORK = 50_000;
