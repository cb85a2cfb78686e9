import fc from 'fast-check';

/**
 * Properties run over the same values each time, so that a run says of the change, and of nothing else, whether it is good.
 * `npm run test:long` sets `TEST_SEED` to a new number each time, and prints it: what it finds becomes an example of its
 * own in the property.
 */
fc.configureGlobal({ seed: Number(process.env['TEST_SEED'] ?? 20_261_130) });
