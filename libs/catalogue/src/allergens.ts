import type { CalendarDate } from '@wakachi/kernel';

/** Which allergens a label must name (特定原材料) and should name (準ずるもの), from a day on. */
export interface AllergenMaster {
  readonly validFrom: CalendarDate;
  /** Until then a label may still follow the master before this one. */
  readonly transitionUntil: CalendarDate | null;
  readonly mandatory: readonly string[];
  readonly recommended: readonly string[];
  readonly source: string;
  /** True until a coordinator has compared it with the notice in force. */
  readonly toBeConfirmed: boolean;
}

const MANDATORY_8 = ['えび', 'かに', 'くるみ', '小麦', 'そば', '卵', '乳', '落花生'];
const RECOMMENDED_20 = [
  ...['アーモンド', 'あわび', 'いか', 'いくら', 'オレンジ', 'カシューナッツ', 'キウイフルーツ', '牛肉', 'ごま', 'さけ'],
  ...['さば', '大豆', '鶏肉', 'バナナ', '豚肉', 'マカダミアナッツ', 'もも', 'やまいも', 'りんご', 'ゼラチン'],
];

/** Oldest first. The law changes every few years: a new state is a new entry, and an old one is never edited. */
export const ALLERGEN_MASTERS: readonly AllergenMaster[] = [
  {
    validFrom: '2024-03-28',
    transitionUntil: null,
    mandatory: MANDATORY_8,
    recommended: RECOMMENDED_20,
    source: '食品表示基準 別表第14、消費者庁次長通知（令和6年3月28日改正）',
    toBeConfirmed: false,
  },
  {
    // Cashew becomes mandatory and pistachio recommended in spring 2026, with two years of transition (confirm the days).
    validFrom: '2026-04-01',
    transitionUntil: '2028-03-31',
    mandatory: [...MANDATORY_8, 'カシューナッツ'],
    recommended: [...RECOMMENDED_20.filter((name) => name !== 'カシューナッツ'), 'ピスタチオ'],
    source: '消費者庁 食品表示基準改正案（令和8年春、要確認）',
    toBeConfirmed: true,
  },
];

const ALIASES: Readonly<Record<string, string>> = {
  海老: 'えび',
  エビ: 'えび',
  蟹: 'かに',
  カニ: 'かに',
  クルミ: 'くるみ',
  蕎麦: 'そば',
  ソバ: 'そば',
  鶏卵: '卵',
  たまご: '卵',
  乳成分: '乳',
  牛乳: '乳',
  ピーナッツ: '落花生',
  イカ: 'いか',
  キウイ: 'キウイフルーツ',
  ゴマ: 'ごま',
  胡麻: 'ごま',
  サケ: 'さけ',
  鮭: 'さけ',
  サバ: 'さば',
  鯖: 'さば',
  だいず: '大豆',
  とり肉: '鶏肉',
  モモ: 'もも',
  桃: 'もも',
  山芋: 'やまいも',
  リンゴ: 'りんご',
};

/** The master in force on a day; the oldest one for days before it. */
export function allergenMasterOn(date: CalendarDate): AllergenMaster {
  const inForce = ALLERGEN_MASTERS.filter((master) => master.validFrom <= date).at(-1) ?? ALLERGEN_MASTERS[0];
  if (inForce === undefined) throw new Error('There is no allergen master');
  return inForce;
}

/** The name that a master lists, for a name as a sheet writes it; null when no master lists it. */
export function allergenNamed(text: string): string | null {
  const word = text.trim().normalize('NFKC');
  const name = (Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined) ?? word;
  return ALLERGEN_MASTERS.some((master) => master.mandatory.includes(name) || master.recommended.includes(name)) ? name : null;
}
