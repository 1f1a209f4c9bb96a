/** Places for labels, each as near to its own as can be without two standing closer than `gap` or one below `lowest`; whole pixels. */
export function spread(wanted: readonly number[], gap: number, lowest: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] as number) - (wanted[b] as number) || a - b);
  const places = [...wanted];
  let free = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    places[i] = Math.max(wanted[i] as number, free);
    free = (places[i] as number) + gap;
  }
  let bottom = lowest;
  for (const i of order.toReversed()) {
    places[i] = Math.min(places[i] as number, bottom);
    bottom = (places[i] as number) - gap;
  }
  return places;
}
