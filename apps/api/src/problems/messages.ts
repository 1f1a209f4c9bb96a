import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'json-malformed': {
    ja: '送られた JSON を読めません。errors の場所を直して送り直してください。何も変更していません。',
    en: 'The JSON cannot be read. Mend the places in errors and send it again; nothing was changed.',
  },
  'request-invalid': {
    ja: '直すところが {count} 件あります。何も変更していません。',
    en: 'There are {count} things to mend; nothing was changed.',
  },
  'body-too-large': { ja: '送られたデータが大きすぎます（{most} バイトまで）。', en: 'The body is too large (at most {most} bytes).' },
  'media-type-unsupported': {
    ja: 'この Content-Type は受け付けません。JSON は application/json で送ってください。',
    en: 'This Content-Type is not taken. Send JSON as application/json.',
  },
  'url-malformed': { ja: 'URL の書き方が正しくありません。', en: 'The URL is malformed.' },
  'headers-too-large': {
    ja: 'URL とヘッダーが長すぎます（合わせて 16 KB まで）。',
    en: 'The URL and the headers are too long (16 KB together).',
  },
  'http-malformed': { ja: 'HTTP として読めないデータが届きました。', en: 'What arrived cannot be read as HTTP.' },
  'path-not-found': { ja: 'この URL には何もありません。', en: 'There is nothing at this URL.' },
  'method-not-allowed': {
    ja: 'この URL に {method} は使えません。使えるのは {allowed} です。',
    en: '{method} does not work at this URL; {allowed} does.',
  },
  'if-match-required': {
    ja: '変更には If-Match が要ります。GET で受け取った ETag を付けてください。',
    en: 'A change needs If-Match. Send the ETag that GET gave you.',
  },
  'changed-meanwhile': {
    ja: 'ほかの人が先に変更しました。読み直して、もう一度変更してください。',
    en: 'Somebody else has changed it meanwhile. Read it again and repeat your change.',
  },
  'idempotency-key-required': {
    ja: 'Idempotency-Key ヘッダーに UUID を付けてください。送り直すときは同じ UUID を使います。',
    en: 'Send a UUID in the header Idempotency-Key, and the same one when you send the request again.',
  },
  'clash-with-record': {
    ja: 'すでにある記録と重なるため保存できませんでした。画面を読み直してください。',
    en: 'It clashes with what is recorded already and was not saved. Reload and look again.',
  },
  'refers-to-nothing': {
    ja: '指定された相手の記録がない、またはほかの記録から使われているため、保存できませんでした。',
    en: 'It refers to something that is not there, or others refer to it; it was not saved.',
  },
  'value-refused': { ja: '値の形が正しくないため保存できませんでした。', en: 'A value has the wrong form; nothing was saved.' },
  busy: { ja: '混み合っています。もう一度お試しください。', en: 'Others were writing at the same moment. Try again.' },
  'server-error': {
    ja: 'サーバー側で問題が起きました。しばらくしてからもう一度お試しください。',
    en: 'Something went wrong on our side. Try again later.',
  },
});
