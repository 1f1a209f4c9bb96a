import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  insufficient: {
    ja: '{lot} が「{account}」に {available} 個しかなく、{wanted} 個は出せません。数を直すか、先に入庫・訂正を記帳してください。',
    en: '"{account}" holds only {available} units of {lot}; {wanted} cannot leave. Mend the quantity, or post the intake or correction first.',
  },
  'idempotency-conflict': {
    ja: '同じ受付番号 {command} で内容の違う記帳がすでにあります。新しい番号で送り直してください。',
    en: 'Another posting with the same command id {command} but other contents exists. Send it again with a new id.',
  },
  'unknown-account': { ja: '勘定 {account} がありません。', en: 'There is no account {account}.' },
  'unknown-lot': { ja: '受入ロット {lot} がありません。', en: 'There is no lot {lot}.' },
  'unknown-transaction': { ja: '訂正する記帳 {transaction} がありません。', en: 'There is no posting {transaction} to reverse.' },
  'already-reversed': { ja: '記帳 {transaction} はすでに訂正されています。', en: 'The posting {transaction} has been reversed already.' },
  'period-closed': {
    ja: '{day} の月は締めてあるため、その日付では記帳できません。まだ締めていない月の日付で記帳してください。締めた月の誤りは、今日の日付の赤伝で直します。',
    en: 'The month of {day} is closed, so nothing can be posted on that day. Date it in a month that is still open; a mistake in a closed month is mended by a reversal dated today.',
  },
  'malformed-posting': {
    ja: '記帳の中身が正しくありません（数は1以上の整数、出と入は別の勘定、日時は世界標準時、訂正は元の記帳より後）。',
    en: 'The posting is malformed: quantities are whole and at least 1, source and destination differ, times are in UTC, and a reversal is not before its original.',
  },
});
