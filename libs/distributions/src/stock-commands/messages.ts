import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'site-not-found': {
    ja: '納品先 {site} が見つかりません。置き場を選び直してください。',
    en: 'There is no site {site}. Choose the place again.',
  },
  'group-not-yours': {
    ja: 'ほかの団体の在庫は記録できません。自分の団体の置き場を選んでください。',
    en: 'This is another group’s stock. Choose a site of your own group.',
  },
  'membership-ended': {
    ja: 'この利用者の登録は終了しています。記録は保管しました。事務局が確認します。',
    en: 'This person is no longer registered. What was recorded is kept for the coordinators to look at.',
  },
  'time-implausible': {
    ja: '記録の日時 {at} が今の時刻から離れすぎています。端末の時計を直してから、もう一度記録してください。',
    en: 'The time {at} is too far from now. Set the device’s clock right and record it again.',
  },
  'same-site': { ja: '移動元と移動先が同じです。別の置き場を選んでください。', en: 'Both sites are the same. Choose another one.' },
  'parked-not-found': { ja: '確認待ちの記録は見つかりません。', en: 'There is no such waiting record.' },
  'parked-resolved': { ja: 'この記録はすでに処理されています。', en: 'This record has been dealt with already.' },
});
