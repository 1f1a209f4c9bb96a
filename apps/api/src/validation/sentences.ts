import { type Bilingual, defineMessages } from '@wakachi/kernel';

/** By the name of the constraint; {0} and {1} are its bounds. */
const CATALOGUE = {
  missing: { ja: '必須の項目です', en: 'is required' },
  repeated: { ja: '1 回だけ指定してください', en: 'must be given once' },
  body: { ja: 'オブジェクト（{…}）を送ってください', en: 'must be an object ({…})' },
  noBody: { ja: 'この操作に本文は要りません', en: 'this request takes no body' },
  cursor: { ja: '前の応答の next をそのまま渡してください', en: 'must be the `next` of an earlier answer, as it was' },
  whitelistValidation: { ja: 'この項目はありません', en: 'there is no such field' },
  nestedValidation: { ja: 'オブジェクトにしてください', en: 'must be an object' },
  isObject: { ja: 'オブジェクトにしてください', en: 'must be an object' },
  isString: { ja: '文字列にしてください', en: 'must be a string' },
  isBoolean: { ja: 'true か false にしてください', en: 'must be true or false' },
  isInt: { ja: '整数にしてください', en: 'must be a whole number' },
  isWholeText: { ja: '整数を半角数字だけで書いてください', en: 'must be a whole number in plain digits' },
  min: { ja: '{0} 以上にしてください', en: 'must be at least {0}' },
  max: { ja: '{0} 以下にしてください', en: 'must be at most {0}' },
  isLength: { ja: '{0}〜{1} 文字にしてください', en: 'must have {0} to {1} characters' },
  minLength: { ja: '{0} 文字以上にしてください', en: 'must have at least {0} characters' },
  maxLength: { ja: '{0} 文字以内にしてください', en: 'must have at most {0} characters' },
  isNotBlank: { ja: '空白だけにはできません', en: 'must not be blank' },
  isPrintable: {
    ja: '制御文字や文字の向きを変える記号は使えません',
    en: 'must not hold control characters or marks that turn the direction of writing',
  },
  isIn: { ja: '次のどれかにしてください: {0}', en: 'must be one of: {0}' },
  isUuid: { ja: 'UUID を書いてください', en: 'must be a UUID' },
  isUuidV7: { ja: 'UUID（バージョン 7）を書いてください', en: 'must be a UUID of version 7' },
  isInstant: {
    ja: '日時を 2026-11-24T09:00:00+09:00 の形（時差つき）で書いてください',
    en: 'must be an instant with its offset, as 2026-11-24T09:00:00+09:00',
  },
  isDecimal: { ja: '0 以上の数を "0.05" の形の文字列で書いてください', en: 'must be a decimal number of at least 0 in text, as "0.05"' },
  isNotZero: { ja: '0 にはできません', en: 'must not be 0' },
  isDay: { ja: '実在する日付を YYYY-MM-DD で書いてください', en: 'must be a real date, as YYYY-MM-DD' },
  isMonth: { ja: '月を YYYY-MM で書いてください', en: 'must be a month, as YYYY-MM' },
  isEmail: { ja: 'メールアドレスを書いてください', en: 'must be an e-mail address' },
  isArray: { ja: '配列にしてください', en: 'must be an array' },
  arrayMinSize: { ja: '{0} 件以上にしてください', en: 'must hold at least {0} entries' },
  arrayMaxSize: { ja: '{0} 件までです', en: 'may hold at most {0} entries' },
  arrayUnique: { ja: '同じものが 2 回あります', en: 'holds the same entry twice' },
  other: { ja: '値が正しくありません', en: 'has a wrong value' },
} as const;

type SentenceKey = keyof typeof CATALOGUE;

const messages = defineMessages<SentenceKey>(CATALOGUE);

export function sentence(name: string, bounds: readonly unknown[] = []): Bilingual {
  const key = Object.hasOwn(CATALOGUE, name) ? (name as SentenceKey) : 'other';
  return messages(key, Object.fromEntries(bounds.map((bound, i) => [i, Array.isArray(bound) ? bound.join(', ') : String(bound)])));
}
