import { type Bilingual, defineMessages } from '@wakachi/kernel';
import type { Rule } from '../rules/rule.js';

/** A rule in plain words, as a coordinator reads it beside a group that gets nothing of a lot. */
const sentence = defineMessages<Rule>({
  excluded: { ja: 'この品目の提供先から除かれています', en: 'The lot excludes this group' },
  locked: { ja: '事務局が数量を固定しています', en: 'The quantity is locked by the coordinator' },
  'not-requested': { ja: 'この品目を希望していません', en: 'The group did not ask for this lot' },
  qualification: { ja: '必要な資格または合意書がありません', en: 'The group lacks a qualification or agreement that the lot requires' },
  prefecture: { ja: '提供できる都道府県ではありません', en: 'The lot is not offered in this prefecture' },
  temperature: { ja: 'この温度帯の保管枠がありません', en: 'The group has no storage at this temperature' },
  category: { ja: '団体がこの種類の品目を受け取りません', en: 'The group refuses this category' },
  allergen: { ja: '団体が受け取らないアレルゲンを含みます', en: 'The lot contains an allergen that the group refuses' },
  'shelf-life': { ja: '着荷時残存日数が足りません', en: 'Too few days would be left on arrival' },
  'minimum-lot': { ja: '最低出荷単位に届きません', en: 'The minimum per destination cannot be reached' },
  capacity: { ja: '保管枠に空きがありません', en: 'There is no room for one more case' },
  'lot-maximum': { ja: 'この品目の上限数に達しています', en: 'The most that the group may have of this lot is reached' },
  'max-groups': { ja: 'この品目の配分先数の上限に達しています', en: 'The lot already goes to as many groups as it may' },
  ceiling: { ja: '団体の受取上限に達しています', en: "The group's ceiling is reached" },
});

export function ruleText(rule: Rule): Bilingual {
  return sentence(rule);
}
