import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'round-not-found': { ja: 'この配分回は見つかりません。', en: 'There is no such round.' },
  'round-not-open': {
    ja: '配分回「{round}」はすでに「{status}」です。変更するには新しい配分回か二次配分を作ってください。',
    en: 'The round "{round}" is {status} already. Make a new round or a second allocation to change it.',
  },
  'round-name-taken': {
    ja: '「{round}」という配分回はすでにあります。別の名前にしてください。',
    en: 'There is a round "{round}" already. Choose another name.',
  },
  'entries-already-taken': {
    ja: '配分回「{round}」の参加申込はすでに取り込まれています。',
    en: 'The entries of the round "{round}" have been taken in already.',
  },
  'run-without-solution': {
    ja: 'この配分計算は「{status}」で、配分の結果がありません。',
    en: 'The run is {status} and has no plan.',
  },
  'entry-not-found': { ja: 'この参加申込は見つかりません。', en: 'There is no such entry.' },
  'entry-households-unfit': {
    ja: '参加する団体には 1 以上の承認世帯数が必要です。参加しない団体には付けられません。',
    en: 'A group that takes part needs at least one approved household, and one that does not has none.',
  },
  'run-not-found': { ja: 'この配分計算は見つかりません。', en: 'There is no such run.' },
  'run-over': { ja: 'この配分計算はすでに「{status}」です。', en: 'This run is {status} already.' },
  'nothing-to-allocate': {
    ja: '配分できるものがありません（品目 {lots} 件、参加団体 {groups} 団体）。保留の品目と参加申込を確認してください。',
    en: 'There is nothing to allocate ({lots} lots, {groups} groups). Look at the held lots and the entries.',
  },
  'plan-refuted': {
    ja: '検算で配分の結果に合わない点が {found} 件見つかったため、配分案は作りませんでした（最初は {where}）。プログラムの不具合です。',
    en: 'The checker found {found} things wrong with the plan (first {where}), so no proposal was made. This is a bug.',
  },
  'engine-out-of-memory': {
    ja: '配分計算が、使えるメモリ（{megabytes} MB）を超えました。ENGINE_MEMORY_MEGABYTES を増やすか、配分回を分けてください。',
    en: 'The run needed more memory than it may have ({megabytes} MB). Raise ENGINE_MEMORY_MEGABYTES or make smaller rounds.',
  },
  'engine-ended': {
    ja: '配分計算のスレッドが、答えのないまま終わりました（終了コード {code}）。',
    en: "The engine's thread ended without an answer (exit code {code}).",
  },
  'proposal-not-found': { ja: 'この配分案は見つかりません。', en: 'There is no such proposal.' },
  'proposal-decided': { ja: 'この配分案はすでに「{status}」です。', en: 'This proposal is {status} already.' },
  'second-person-needed': {
    ja: '配分案を作った本人は承認できません。別の承認者が確認してください。',
    en: 'Whoever made the proposal cannot approve it. Ask another approver.',
  },
  'may-not-approve': { ja: 'この利用者には承認の権限がありません。', en: 'This person may not approve.' },
  'entry-of-unknown-group': {
    ja: '団体コード「{code}」は団体台帳にありません。',
    en: 'The register has no group "{code}".',
  },
  'registered-code': { ja: '団体台帳にある団体コード', en: 'a code that the register of groups has' },
  'households-grew': {
    ja: '申込世帯数 {declared} は登録世帯数 {registered} より {percent}% を超えて多いため、理由を確認するまで登録世帯数で計算します。',
    en: '{declared} declared households are more than {percent} % above the {registered} registered; until the reason is known the registered number counts.',
  },
  'no-households': { ja: '世帯数が0のため参加できません。', en: 'A group without households cannot take part.' },
});
