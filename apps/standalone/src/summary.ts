import type { TrialResult } from './trial/trial.service.js';
import type { Trial } from './trial/trial-files.js';
import { emailOf, PEOPLE } from './trial/trial-people.js';

const number = new Intl.NumberFormat('ja-JP');

/** What a newcomer reads: where every unit is, in plain words. */
export function summary(trial: Trial, { figures, walkedNow, asOf, arrivalDate, held }: TrialResult): string {
  const { cases, units, levels } = figures;
  const places: readonly [string, string, number][] = [
    ['寄贈企業', 'with donors', units.withDonor],
    ['集約拠点', 'at hubs', units.atHub],
    ['引当済', 'reserved', units.reserved],
    ['輸送中', 'in transit', units.inTransit],
    ['団体の在庫', 'on hand at groups', units.onHand],
    ['配布済', 'handed to families', units.distributed],
    ['処分', 'disposed of', units.disposed],
    ['不足・紛失', 'lost', units.lost],
  ];
  return [
    '',
    `■ ${trial.networkName} — ${trial.roundName}（基準日 ${asOf}、着荷日 ${arrivalDate}）${walkedNow ? '' : ' 保存済みの結果'}`,
    `  申出 ${number.format(figures.offerLines)} 品目 ${number.format(cases.offered)} 箱 ${number.format(units.offered)} 点 / ${figures.groups} 団体 ${number.format(figures.households)} 世帯（登録）`,
    `  配分 ${number.format(cases.placed)} 箱、未配分 ${number.format(cases.unplaced)} 箱、保留 ${number.format(cases.held)} 箱 / placed, unplaced, held`,
    `  1世帯あたり ${levels.min.toFixed(1)}〜${levels.max.toFixed(1)} 点（ジニ係数 ${levels.gini.toFixed(3)}、届けられない団体 ${levels.unreachable}）`,
    ...held.map((line) => `  保留 / held: ${line}`),
    ...(cases.placed === 0
      ? ['  配分できたものはありません（参加団体、合意書の期限、保留の品目を確認してください） / nothing could be placed']
      : []),
    '  いま、どこに何点あるか / where every unit is',
    ...places.map(([ja, en, count]) => `    ${pad(ja)} ${number.format(count).padStart(9)}  ${en}`),
    `    ${pad('合計')} ${number.format(units.offered).padStart(9)}  ${figures.conserved ? '帳簿と一致 / conserved' : '!! 帳簿と合いません / NOT conserved'}`,
    `  記帳 ${number.format(figures.journal.entries)} 件、先頭 ${figures.journal.head.slice(0, 16)}… / journal entries and head`,
  ].join('\n');
}

export function whereToLook(trial: Trial, url: string): string {
  return [
    '',
    `■ 画面 / open in a browser: ${url}`,
    '  お試し用サインイン（パスワードなし） / sample sign-ins, no password:',
    ...PEOPLE.map(({ mailbox, title }) => `    ${emailOf(trial, mailbox)}  ${title}`),
    '  Ctrl-C で終わります / Ctrl-C stops.',
  ].join('\n');
}

/** Full-width characters take two columns in a terminal. */
function pad(text: string): string {
  return text + '　'.repeat(Math.max(0, 6 - text.length));
}
