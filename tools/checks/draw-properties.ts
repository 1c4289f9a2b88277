import fc from 'fast-check';

// A landing shall not fail by luck of the draw: tests draw from one seed, `npm run drill -- properties` from new ones.
fc.configureGlobal({
  seed: Number(process.env.PROPERTY_SEED ?? 20_260_318),
  numRuns: Number(process.env.PROPERTY_RUNS ?? 100),
});
