/** "0.123456" (six places, as `sixPlaces` writes) as a whole number of millionths. */
export function millionths(decimal: string): bigint {
  return BigInt(decimal.replace('.', ''));
}
