import { type Bilingual, defineMessages } from '@wakachi/kernel';
import type { ReasonKind } from '../solution/solution.js';

/** A tight set has a sentence of its own: `tightSetText`. */
type OwnKind = Exclude<ReasonKind, 'tight-set'>;

const sentence = defineMessages<OwnKind>({
  'nothing-eligible': { ja: '対象となる品目がありません', en: 'No lot is eligible' },
  capacity: {
    ja: '保管枠に空きがなく、対象の {lots} 品目はあと 1 ケースも入りません（うち {cases} ケースを配分済み）',
    en: 'Storage has no room for one more case (eligible lots: {lots}; cases awarded of them: {cases})',
  },
  ceiling: {
    ja: '団体の受取上限に達したため、対象の {lots} 品目をこれ以上受け取れません（うち {cases} ケースを配分済み）',
    en: 'The ceiling is reached (eligible lots stopped: {lots}; cases awarded of them: {cases})',
  },
  'request-met': { ja: '{lots} 品目は希望数どおりです（{cases} ケース）', en: 'Requests are met in full (lots: {lots}; cases: {cases})' },
  'lot-maximum': {
    ja: '{lots} 品目は 1 団体あたりの上限です（{cases} ケース）',
    en: 'The most that one group may have is reached (lots: {lots}; cases: {cases})',
  },
  'minimum-lot': {
    ja: '{lots} 品目は最低出荷単位に足りず、配分できません',
    en: 'The minimum per destination cannot be reached (eligible lots: {lots})',
  },
  'max-groups': {
    ja: '{lots} 品目は配分先数の上限に達しています',
    en: 'As many groups as may already receive them (eligible lots: {lots})',
  },
  locked: {
    ja: '{lots} 品目は事務局が数量を固定しています（{cases} ケース）',
    en: 'The quantity is locked (lots: {lots}; cases: {cases})',
  },
});

/** The same sentence wherever it is written or checked: the words are part of the format, the figures are data. */
export function reasonText(kind: OwnKind, lots: number, cases: number): Bilingual {
  return sentence(kind, { lots, cases });
}
