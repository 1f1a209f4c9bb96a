import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'entry-conflict': {
    ja: '監査記録 {entry} は、別の内容ですでに記録されています。同じ番号は一度しか使えません。',
    en: 'The journal has an entry {entry} already, with other contents. An id is used once.',
  },
  'no-header': {
    ja: '1行目が wakachi.journal/1 の見出しではありません。',
    en: 'line 1: it is not a header of wakachi.journal/1',
  },
  'wrong-genesis': {
    ja: '1行目: 起点のハッシュが運営ネットワーク {network} のものではありません。',
    en: 'line 1: the genesis hash is not that of network {network}',
  },
  malformed: {
    ja: '{line}行目（連番 {seq}）: 読める記録ではありません。',
    en: 'line {line} (entry {seq}): it cannot be read as an entry',
  },
  missing: {
    ja: '{line}行目: 連番 {seq} がなく、{found} があります（抜け、または順序の入れ替え）。',
    en: 'line {line}: entry {seq} is missing here, {found} stands in its place (a gap, or the order was changed)',
  },
  again: {
    ja: '{line}行目: 連番 {seq} のはずのところに、{found} がもう一度あります（重複、または順序の入れ替え）。',
    en: 'line {line}: entry {seq} is expected here, {found} stands here again (a duplicate, or the order was changed)',
  },
  'hash-differs': {
    ja: '{line}行目（連番 {seq}）: 内容とハッシュが合いません。この記録か、その前の記録が書き換えられています。',
    en: 'line {line} (entry {seq}): the hash differs; this entry or its link to the one before was changed',
  },
  'ends-early': {
    ja: '{line}行目: 連番 {seq} から先がありません（見出しでは {expected} 件）。',
    en: 'line {line}: entry {seq} and what follows is missing (the header says {expected} entries)',
  },
  'more-than-said': {
    ja: '{line}行目（連番 {seq}）: 見出しの件数 {expected} より多くあります。',
    en: 'line {line} (entry {seq}): there are more entries than the {expected} that the header says',
  },
  truncated: {
    ja: '{line}行目: 連番 {seq} から先がありません。保管した先頭は連番 {stored} です（末尾の切り捨て）。',
    en: 'line {line}: entry {seq} and what follows is missing; the stored head is entry {stored} (the tail was cut off)',
  },
  rewritten: {
    ja: '{line}行目（連番 {seq}）: ハッシュが保管した先頭と違います。連番 {from}〜{seq} のどこかから作り直されています。',
    en: 'line {line} (entry {seq}): the hash is not that of the stored head; the chain was made anew from one of the entries {from} to {seq}',
  },
  'other-network': {
    ja: '保管した先頭の中に、運営ネットワーク {network} のものがありません。別のネットワークの記録です。',
    en: 'line 1: none of the stored heads is of network {network}; this is another network',
  },
});
