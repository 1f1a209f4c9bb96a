/** A part of the country as conditions name it: a list of prefecture codes, with the source of its extent. */
export interface Region {
  readonly names: readonly [string, ...string[]];
  readonly en: string;
  readonly prefectures: readonly string[];
  readonly source: string;
}

const STATISTICS_BUREAU = '総務省統計局 労働力調査の地域区分';
const CUSTOM = 'common usage (confirm with the donor)';

/** Several of these mean different things to different people; (confirm) marks those that a coordinator should ask about. */
export const REGIONS: readonly Region[] = [
  { names: ['全国'], en: 'Whole country', prefectures: span(1, 47), source: STATISTICS_BUREAU },
  { names: ['北海道'], en: 'Hokkaido', prefectures: ['01'], source: STATISTICS_BUREAU },
  { names: ['東北', '東北地方'], en: 'Tohoku', prefectures: span(2, 7), source: STATISTICS_BUREAU },
  { names: ['北海道・東北', '北海道東北'], en: 'Hokkaido and Tohoku', prefectures: span(1, 7), source: CUSTOM },
  { names: ['関東', '関東地方'], en: 'Kanto', prefectures: span(8, 14), source: CUSTOM },
  { names: ['首都圏'], en: 'National capital region', prefectures: [...span(8, 14), '19'], source: '首都圏整備法 第2条・同施行令 第1条' },
  { names: ['一都三県', '1都3県', '東京圏'], en: 'Tokyo and its three neighbours', prefectures: span(11, 14), source: CUSTOM },
  { names: ['甲信越'], en: 'Koshinetsu', prefectures: ['15', '19', '20'], source: CUSTOM },
  { names: ['関東甲信越'], en: 'Kanto and Koshinetsu', prefectures: [...span(8, 15), '19', '20'], source: CUSTOM },
  { names: ['北陸', '北陸地方'], en: 'Hokuriku', prefectures: span(16, 18), source: CUSTOM },
  { names: ['中部', '中部地方'], en: 'Chubu', prefectures: span(15, 23), source: CUSTOM },
  { names: ['東海', '東海地方'], en: 'Tokai', prefectures: span(21, 24), source: CUSTOM },
  { names: ['近畿', '近畿地方'], en: 'Kinki', prefectures: span(25, 30), source: STATISTICS_BUREAU },
  { names: ['関西', '関西地方'], en: 'Kansai', prefectures: span(25, 30), source: CUSTOM },
  { names: ['中国', '中国地方'], en: 'Chugoku', prefectures: span(31, 35), source: STATISTICS_BUREAU },
  { names: ['四国', '四国地方'], en: 'Shikoku', prefectures: span(36, 39), source: STATISTICS_BUREAU },
  { names: ['中国・四国', '中国四国', '中四国'], en: 'Chugoku and Shikoku', prefectures: span(31, 39), source: CUSTOM },
  { names: ['九州', '九州地方'], en: 'Kyushu', prefectures: span(40, 46), source: CUSTOM },
  { names: ['沖縄'], en: 'Okinawa', prefectures: ['47'], source: STATISTICS_BUREAU },
  { names: ['九州・沖縄', '九州沖縄'], en: 'Kyushu and Okinawa', prefectures: span(40, 47), source: STATISTICS_BUREAU },
  { names: ['本州'], en: 'Honshu', prefectures: span(2, 35), source: 'geography' },
  // 東日本: Hokkaido, Tohoku, Kanto, Niigata, Yamanashi, Nagano (confirm: others draw the line elsewhere).
  { names: ['東日本'], en: 'Eastern Japan', prefectures: [...span(1, 15), '19', '20'], source: "NTT East's area, NTT法 第2条 (confirm)" },
  {
    names: ['西日本'],
    en: 'Western Japan',
    prefectures: [...span(16, 18), ...span(21, 47)],
    source: "NTT West's area, NTT法 第2条 (confirm)",
  },
];

const byName = new Map(REGIONS.flatMap((region) => region.names.map((name) => [name, region] as const)));

export function regionNamed(name: string): Region | null {
  return byName.get(name.trim()) ?? null;
}

function span(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(2, '0'));
}
