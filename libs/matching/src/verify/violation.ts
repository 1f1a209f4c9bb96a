import { type Bilingual, defineMessages } from '@wakachi/kernel';

/** One thing that a solution claims and that does not hold. */
export interface Violation {
  /** JSON pointer into the solution. */
  readonly where: string;
  readonly text: Bilingual;
}

const CATALOGUE = {
  differs: { ja: '記載は {stated} ですが、計算では {expected} です', en: 'states {stated}, but it is {expected}' },
  lacks: { ja: '{expected} がありません', en: 'lacks {expected}' },
  extra: { ja: '{stated} はないはずです', en: 'states {stated}, which should not be there' },
  order: { ja: '並び順が違います', en: 'is not in order' },
  noSuchLot: { ja: '品目 {lot} はありません', en: 'there is no lot {lot}' },
  noSuchGroup: { ja: '団体 {group} はありません', en: 'there is no group {group}' },
  zero: { ja: '0 ケースの配分は書きません', en: 'an award of no cases is not written' },
  twice: { ja: '品目 {lot}・団体 {group} が 2 回あります', en: 'lot {lot} for group {group} stands twice' },
  breaksRule: {
    ja: '品目 {lot} を団体 {group} に配分するのは条件「{rule}」に反します',
    en: 'giving lot {lot} to group {group} breaks the rule "{rule}"',
  },
  lock: {
    ja: '品目 {lot}・団体 {group} は {expected} ケースに固定ですが {stated} です',
    en: 'lot {lot} for group {group} is locked at {expected} cases, but has {stated}',
  },
  tooMany: {
    ja: '品目 {lot} は {expected} ケースですが {stated} 配分しています',
    en: 'lot {lot} has {expected} cases, but {stated} are awarded',
  },
  overLimit: {
    ja: '{owner} は条件「{rule}」の上限 {expected} に対し {stated} です',
    en: '{owner} has {stated}, over the limit {expected} of the rule "{rule}"',
  },
  couldBePlaced: {
    ja: '品目 {lot} の残りは団体 {group} に配分できます',
    en: 'a case of lot {lot} is left that group {group} could take',
  },
  couldBeLed: {
    ja: '品目 {lot} の残りは、ほかの団体との入れ替えを経て団体 {group} に配分できます',
    en: 'a case of lot {lot} is left that could be led to group {group}',
  },
  isDueTo: {
    ja: '団体 {group} の 1 ケースは、より順位の高い団体 {other} に回せます',
    en: 'a case of group {group} could be led to group {other}, whose turn comes first',
  },
  belowFloor: {
    ja: '団体 {group} の充足度は {stated} で、公平な案の {expected} から許容幅を超えて下がっています',
    en: 'group {group} is at {stated}, which is further below the {expected} of the fair plan than the slack allows',
  },
  couldComeFirst: {
    ja: '期限のより早い品目 {lot} の残りを、品目 {other} の代わりに配分できます',
    en: 'a case of lot {lot} is left that could take the place of one of lot {other}, whose date is later',
  },
} as const;

const sentence = defineMessages<keyof typeof CATALOGUE>(CATALOGUE);

export function violation(where: string, key: keyof typeof CATALOGUE, params: Readonly<Record<string, unknown>> = {}): Violation {
  const shown = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return { where, text: sentence(key, Object.fromEntries(shown)) };
}
