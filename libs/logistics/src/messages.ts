import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'hub-not-found': { ja: 'この集約拠点は見つかりません。', en: 'There is no such hub.' },
  'receipt-not-found': { ja: 'この受領確認は見つかりません。', en: 'There is no such receipt.' },
  'shipment-not-found': { ja: 'この出荷は見つかりません。', en: 'There is no such shipment.' },
  'shipment-in-wrong-state': {
    ja: 'この出荷はいま「{status}」のため、「{next}」にできません。',
    en: 'The shipment is {status} and cannot become {next}.',
  },
  'site-not-confirmed': {
    ja: '{group} の納品先が確認できていません。住所を登録してから出荷してください。',
    en: 'The delivery site of {group} is not known. Register its address before dispatching.',
  },
  'not-counted-in': {
    ja: '{lot} のうち {units} 個がまだ入庫されていません。検品を済ませてから出荷してください。',
    en: '{units} units of {lot} have not been counted in. Count them in before dispatching.',
  },
  'receipt-does-not-add-up': {
    ja: '{lot}: 受領 {received}＋不足 {short}＋破損 {damaged} が、出荷した {units} 個と合いません。',
    en: '{lot}: received {received} + short {short} + damaged {damaged} is not the {units} units that were sent.',
  },
  'receipt-line-missing': { ja: '出荷の明細のうち、受領の数がないものがあります。', en: 'A line of the shipment has no received count.' },
  'receipt-line-unknown': {
    ja: 'この出荷にない明細か、同じ明細の 2 つ目の数が送られました。',
    en: 'A count is for a line that this shipment does not have, or is the second for one line.',
  },
  'lot-not-of-hub': { ja: 'この品目はこの拠点に届くものではありません。', en: 'This lot does not come to this hub.' },
});
