/** Six regions from north to south, by the last prefecture code of each; a hub, where the region has one. Made up for simulations. */
const REGIONS = [
  { name: 'north', last: 7, hub: 'sendai' },
  { name: 'kanto', last: 15, hub: 'tokyo' },
  { name: 'chubu', last: 24, hub: 'nagoya' },
  { name: 'kansai', last: 30, hub: 'osaka' },
  { name: 'west', last: 39, hub: null },
  { name: 'kyushu', last: 47, hub: 'fukuoka' },
] as const;

/** A region's place from north to south. */
export function regionOf(prefecture: string): number {
  return REGIONS.findIndex(({ last }) => Number(prefecture) <= last);
}

export const HUBS = REGIONS.flatMap(({ hub }, region) => (hub === null ? [] : [{ hub, region }]));

/** A day within the region, and one more for each border on the way. */
export function transitDays(hubRegion: number, prefecture: string): number {
  return 1 + Math.abs(hubRegion - regionOf(prefecture));
}
