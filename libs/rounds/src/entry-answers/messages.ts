import { type Bilingual, defineMessages } from '@wakachi/kernel';

const catalogue = {
  'households-blank': { ja: '参加の回答ですが、世帯数が空欄です', en: 'The group joins, but its households are blank' },
  'answered-twice': {
    ja: '団体 {code} の回答が {superseded} 行目と {kept} 行目にあります。あとの回答（{kept} 行目）を採ります',
    en: 'Group {code} answered in row {superseded} and row {kept}; the later answer (row {kept}) holds',
  },
  'not-an-unavailable-day': { ja: '受取不可日「{text}」を日付として読めません', en: 'The day "{text}" is not a date' },
} satisfies Record<string, Bilingual>;

const expectations = {
  households: { ja: '世帯数', en: 'A number of households' },
  'one-answer': { ja: '団体ごとに一つの回答', en: 'One answer for each group' },
  days: { ja: '日付（例: 12/10、12/16）', en: 'Days (such as 12/10, 12/16)' },
} satisfies Record<string, Bilingual>;

export const message = defineMessages(catalogue);
export const expectation = defineMessages(expectations);
