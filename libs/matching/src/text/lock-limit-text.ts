import { type Bilingual, defineMessages } from '@wakachi/kernel';
import type { Rule } from '../rules/rule.js';
import { ruleText } from './rule-text.js';

/** What a lock can break beside the rules: more cases than the lot has, or than the group asked for. */
export type LockLimit = Rule | 'request-met' | 'supply';

const beyondRules = defineMessages<'request-met' | 'supply'>({
  'request-met': { ja: '希望数を超えています', en: 'More than the group asked for' },
  supply: { ja: '品目のケース数を超えています', en: 'More cases than the lot has' },
});

export function lockLimitText(limit: LockLimit): Bilingual {
  return limit === 'request-met' || limit === 'supply' ? beyondRules(limit) : ruleText(limit);
}
