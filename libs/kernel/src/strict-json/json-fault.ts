import { type Bilingual, defineMessages } from '../message.js';

const CATALOGUE = {
  notUtf8: { ja: 'UTF-8 として読めません', en: 'is not UTF-8' },
  byteOrderMark: { ja: '先頭の BOM を取り除いてください', en: 'begins with a byte order mark; leave it out' },
  syntax: { ja: 'JSON として読めません（{line} 行 {column} 文字目）', en: 'not JSON (line {line}, column {column})' },
  tooDeep: { ja: '入れ子が深すぎます（{most} 段まで）', en: 'nested deeper than {most} levels' },
  duplicateKey: { ja: '同じ項目が 2 回あります', en: 'this key stands twice in its object' },
  reservedKey: { ja: 'この書式にない項目です', en: 'is not a field of this format' },
  surrogate: { ja: '文字が壊れています（対にならないサロゲート）', en: 'holds a lone surrogate' },
  nul: { ja: '文字列に NUL（U+0000）は使えません', en: 'holds the character NUL (U+0000)' },
  notWhole: { ja: '整数を数字だけで書いてください', en: 'must be a whole number, written in plain digits' },
  tooLarge: { ja: '2^53 未満にしてください', en: 'must be below 2^53' },
} as const;

export type JsonFaultKey = keyof typeof CATALOGUE;

const messages = defineMessages<JsonFaultKey>(CATALOGUE);

/** What is wrong with a document, and where (RFC 6901). Whoever reads the document turns it into an error of its own. */
export class JsonFault extends Error {
  constructor(
    readonly pointer: string,
    readonly text: Bilingual,
  ) {
    super(`${pointer}: ${text.en}`);
  }
}

export function jsonFault(pointer: string, key: JsonFaultKey, params: Readonly<Record<string, string | number>> = {}): JsonFault {
  return new JsonFault(pointer, messages(key, params));
}
