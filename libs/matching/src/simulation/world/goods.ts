import type { TemperatureClass } from '@wakachi/kernel';

/** What donors give, how often (`weight`), and how many days such goods are still good when they are offered; null = undated. */
interface Goods {
  readonly category: string;
  readonly temperature: TemperatureClass;
  readonly weight: number;
  readonly days: readonly [least: number, most: number] | null;
  readonly requires?: string;
}

/** Only groups with young children take nappies. */
export const INFANTS = 'infants';

export const GOODS: readonly Goods[] = [
  { category: 'rice', temperature: 'ambient', weight: 8, days: [90, 365] },
  { category: 'noodles', temperature: 'ambient', weight: 12, days: [30, 180] },
  { category: 'canned', temperature: 'ambient', weight: 8, days: [180, 900] },
  { category: 'retort', temperature: 'ambient', weight: 10, days: [60, 300] },
  { category: 'snacks', temperature: 'ambient', weight: 16, days: [10, 120] },
  { category: 'drinks', temperature: 'ambient', weight: 12, days: [30, 240] },
  { category: 'seasoning', temperature: 'ambient', weight: 6, days: [60, 300] },
  { category: 'daily-goods', temperature: 'ambient', weight: 8, days: null },
  { category: 'nappies', temperature: 'ambient', weight: 3, days: null, requires: INFANTS },
  { category: 'dairy', temperature: 'chilled', weight: 6, days: [5, 14] },
  { category: 'deli', temperature: 'chilled', weight: 3, days: [3, 7] },
  { category: 'frozen-meals', temperature: 'frozen', weight: 8, days: [60, 300] },
];

export const CATEGORIES: readonly string[] = GOODS.map(({ category }) => category);
