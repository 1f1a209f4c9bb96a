import { type Bilingual, defineMessages } from '@wakachi/kernel';
import type { AttentionCode } from './group-line.js';

const attentions: Record<AttentionCode, Bilingual> = {
  'refusal-ambiguous': {
    ja: '受取不可「{text}」は二通りに読めます。団体に確認してください',
    en: 'The refusal "{text}" can be read two ways; ask the group',
  },
  'refusal-unknown': {
    ja: '受取不可「{text}」を解釈できません。団体に確認してください',
    en: 'The refusal "{text}" is not understood; ask the group',
  },
  'site-to-be-confirmed': { ja: '納品先が未確定です（{text}）', en: 'The place of delivery is not settled ({text})' },
  'corporate-number-check-digit': {
    ja: '法人番号 {text} の検査数字が合いません',
    en: 'The check digit of corporate number {text} is wrong',
  },
  'agreement-without-expiry': {
    ja: '合意書の有効期限がないため、有効とみなしません',
    en: 'The agreement has no expiry and does not count as valid',
  },
  'agreement-lapsed': { ja: '合意書の有効期限（{text}）が過ぎています', en: 'The agreement lapsed on {text}' },
};

const catalogue = {
  'duplicate-code': {
    ja: '団体コード {code} が {first} 行目と {second} 行目に重なっています',
    en: 'Group code {code} stands in both row {first} and row {second}',
  },
  'unknown-prefecture': { ja: '「{found}」という都道府県はありません', en: 'There is no prefecture "{found}"' },
  'not-a-corporate-number': { ja: '「{found}」は 13 桁の法人番号ではありません', en: '"{found}" is not a corporate number of 13 digits' },
  'not-a-mail-address': { ja: '「{found}」はメールアドレスとして読めません', en: '"{found}" is not a mail address' },
  'agreement-ends-before-start': { ja: '合意書の有効期限が締結日より前です', en: 'The agreement ends before it begins' },
} satisfies Record<string, Bilingual>;

const expectations = {
  'unique-code': { ja: '団体ごとに違うコード', en: 'A code of its own for each group' },
  prefecture: { ja: '都道府県名（例: 佐賀県）', en: 'A prefecture (such as 佐賀県)' },
  'corporate-number': { ja: '法人番号 13 桁', en: 'A corporate number of 13 digits' },
  mail: { ja: 'メールアドレス', en: 'A mail address' },
  'later-day': { ja: '締結日以降の日', en: 'A day on or after the start' },
} satisfies Record<string, Bilingual>;

export const attentionMessage = defineMessages(attentions);
export const message = defineMessages(catalogue);
export const expectation = defineMessages(expectations);
