import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'period-already-closed': {
    ja: '{month} はもう締めてあります。締めた月の誤りは、今日の日付の赤伝で直してください。',
    en: '{month} is closed already. Mend a mistake in it by a reversal, which is dated today.',
  },
  'period-not-over': {
    ja: '{month} はまだ終わっていないため締められません。月が終わってから締めてください。',
    en: '{month} is not over yet and cannot be closed. Close it when it is.',
  },
  'period-below-zero': {
    ja: '{month} の終わりに、{lot} の「{account}」が {units} 個になります。入庫より前の日付の出庫があります。受払簿で日付を確かめ、赤伝で直してから締めてください。',
    en: 'At the end of {month} "{account}" would hold {units} units of {lot}: something left before it came. Find it in the stock ledger, mend it, then close the month.',
  },
});
