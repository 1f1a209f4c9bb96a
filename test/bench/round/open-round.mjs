import { ARRIVAL_DATE } from '../sample.mjs';

/** An open round that nobody has entered yet; its id. */
export function openRound({ rounds }, network) {
  const round = { name: 'bench', arrivalDate: ARRIVAL_DATE, measure: 'units', policy: 'lot-by-lot', createdBy: network.desk };
  return rounds.open(network.id, round);
}
