export { type GroupResult, groupResults } from './group-results.js';
export { type ImpactLine, impactByDonor, impactByPrefecture } from './impact-by.js';
export { type NetworkFigures, networkFigures } from './network-figures.js';
export type { RoundLevels } from './round-levels.js';
