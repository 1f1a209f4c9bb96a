/** 分類. `food` decides which law a lot stands under: dates and allergens for food, neither for daily goods. */
export interface Category {
  readonly id: CategoryId;
  readonly ja: string;
  readonly en: string;
  readonly food: boolean;
}

export const CATEGORY_IDS = [
  'retort',
  'beverage',
  'frozen-food',
  'dried-noodles',
  'soup',
  'side-dish',
  'confectionery',
  'instant-noodles',
  'cooked-rice',
  'dairy',
  'dried-food',
  'cereal',
  'canned',
  'seasoning',
  'fresh',
  'daily-goods',
] as const;
export type CategoryId = (typeof CATEGORY_IDS)[number];

export const CATEGORIES: readonly Category[] = [
  { id: 'retort', ja: 'レトルト', en: 'Retort pouch', food: true },
  { id: 'beverage', ja: '飲料', en: 'Beverages', food: true },
  { id: 'frozen-food', ja: '冷凍食品', en: 'Frozen food', food: true },
  { id: 'dried-noodles', ja: '乾麺', en: 'Dried noodles and pasta', food: true },
  { id: 'soup', ja: 'スープ', en: 'Soup', food: true },
  { id: 'side-dish', ja: '惣菜', en: 'Side dishes', food: true },
  { id: 'confectionery', ja: '菓子', en: 'Confectionery', food: true },
  { id: 'instant-noodles', ja: '即席麺', en: 'Instant noodles', food: true },
  { id: 'cooked-rice', ja: '米飯', en: 'Cooked rice', food: true },
  { id: 'dairy', ja: '乳製品', en: 'Dairy', food: true },
  { id: 'dried-food', ja: '乾物', en: 'Dried food', food: true },
  { id: 'cereal', ja: 'シリアル', en: 'Cereal', food: true },
  { id: 'canned', ja: '缶詰', en: 'Canned food', food: true },
  { id: 'seasoning', ja: '調味料', en: 'Seasonings', food: true },
  { id: 'fresh', ja: '生鮮', en: 'Fresh food', food: true },
  { id: 'daily-goods', ja: '日用品', en: 'Daily goods', food: false },
];

/** Other words for the same thing, as sheets use them. */
const ALIASES: Readonly<Record<string, CategoryId>> = {
  レトルト食品: 'retort',
  お菓子: 'confectionery',
  菓子類: 'confectionery',
  飲料類: 'beverage',
  生鮮食品: 'fresh',
  生鮮品: 'fresh',
  缶詰類: 'canned',
  日用雑貨: 'daily-goods',
};

const byId = new Map(CATEGORIES.map((category) => [category.id, category]));
const byName = new Map(CATEGORIES.map((category) => [category.ja, category]));

export function categoryNamed(name: string): Category | null {
  const word = name.trim().normalize('NFKC');
  const alias = Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined;
  return byName.get(word) ?? (alias === undefined ? null : (byId.get(alias) ?? null));
}
