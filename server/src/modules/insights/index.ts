export { createdIn, drillOf, holds, isWorkedOn } from './rules/drill.ts';
export { cohortAge, conversionRates, type GroupRate, medianOfSome, perMille } from './rules/rates.ts';
export { conversionQuery, type ConversionRow } from './store/conversion-query.ts';
export { countsByReason, leadsByInvalidReason, leadsByOwner } from './store/count-queries.ts';
export { paceQuery, type PaceRow } from './store/pace-query.ts';
export { mondayOf } from './rules/period.ts';
export { stretchFilters, stretchOf, touchStretches } from './rules/pace.ts';
