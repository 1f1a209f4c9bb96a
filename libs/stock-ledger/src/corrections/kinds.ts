import { type Bilingual, defineMessages } from '@wakachi/kernel';

/** What each kind of posting is called in the book. */
const names = defineMessages({
  pledge: { ja: '申出', en: 'pledge' },
  withdrawal: { ja: '申出取下げ', en: 'withdrawal' },
  reserve: { ja: '引当', en: 'reservation' },
  'hub-intake': { ja: '入庫', en: 'intake' },
  dispatch: { ja: '出荷', en: 'dispatch' },
  receipt: { ja: '受領', en: 'receipt' },
  'hand-out': { ja: '配布', en: 'hand-out' },
  move: { ja: '移動', en: 'move' },
  dispose: { ja: '処分', en: 'disposal' },
  adjust: { ja: '調整', en: 'adjustment' },
  stocktake: { ja: '棚卸', en: 'stocktake' },
  reversal: { ja: '赤伝', en: 'reversal' },
});

/** What mends a posting that a record elsewhere rests on; taken back in the ledger alone, that record would lie. */
const otherWays = defineMessages({
  pledge: { ja: '寄贈申出を取り下げてください', en: 'withdraw the offer' },
  withdrawal: { ja: '申出を新しく登録してください', en: 'take the offer in anew' },
  reserve: {
    ja: '出荷したうえで、受け取られなかった分を受領確認に記録してください',
    en: 'let the goods leave, and record at the receipt what was not taken',
  },
  dispatch: {
    ja: '受領確認で、届かなかった分を不足として記録してください',
    en: 'confirm the receipt and count as short what did not arrive',
  },
  receipt: { ja: '配布団体の在庫を数え直し、棚卸差異を記帳してください', en: 'count the group’s stock and post the difference' },
  reversal: { ja: '正しい動きを新しく記帳してください', en: 'post the right movement anew' },
});

const NAMED = new Set([
  ...(['pledge', 'withdrawal', 'reserve', 'hub-intake', 'dispatch', 'receipt'] as const),
  ...(['hand-out', 'move', 'dispose', 'adjust', 'stocktake', 'reversal'] as const),
]);
const MENDED_OTHERWISE = new Set(['pledge', 'withdrawal', 'reserve', 'dispatch', 'receipt', 'reversal'] as const);

/** A kind that has no name here is called by its word in the ledger. */
export function nameOfKind(kind: string): Bilingual {
  return isOneOf(NAMED, kind) ? names(kind) : { ja: kind, en: kind };
}

/** What to do instead of a reversal; null when a reversal is right. */
export function otherWayFor(kind: string): Bilingual | null {
  return isOneOf(MENDED_OTHERWISE, kind) ? otherWays(kind) : null;
}

function isOneOf<T extends string>(words: ReadonlySet<T>, word: string): word is T {
  return (words as ReadonlySet<string>).has(word);
}
