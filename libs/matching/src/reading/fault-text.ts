import { defineMessages } from '@wakachi/kernel';

const CATALOGUE = {
  surrogate: { ja: '文字が壊れています（対にならないサロゲート）', en: 'holds a lone surrogate' },
  unknownField: { ja: 'この書式にない項目です', en: 'is not a field of this format' },
  missing: { ja: '必須の項目がありません', en: 'is required' },
  missingSize: { ja: '{used} に使うため必須です', en: 'is required, because {used} uses it' },
  notObject: { ja: 'オブジェクトにしてください', en: 'must be an object' },
  notList: { ja: '配列にしてください', en: 'must be an array' },
  tooMany: { ja: '{most} 件までです', en: 'may hold at most {most} entries' },
  notText: { ja: '文字列にしてください', en: 'must be a string' },
  notId: { ja: 'ID は 1〜64 文字の文字列です', en: 'an id is a string of 1 to 64 characters' },
  notBoolean: { ja: 'true か false にしてください', en: 'must be true or false' },
  notWhole: { ja: '整数を数字だけで書いてください', en: 'must be a whole number, written in plain digits' },
  tooSmall: { ja: '{least} 以上にしてください', en: 'must be at least {least}' },
  tooLarge: { ja: '2^53 未満にしてください', en: 'must be below 2^53' },
  notOneOf: { ja: '次のどれかにしてください: {names}', en: 'must be one of: {names}' },
  notDate: { ja: '実在する日付を YYYY-MM-DD で書いてください', en: 'must be a real date, as YYYY-MM-DD' },
  notDecimal: { ja: '0 以上の小数を文字列で書いてください（例 "0.05"）', en: 'must be a decimal string such as "0.05"' },
  duplicateId: { ja: 'ID {id} はすでに使われています', en: 'the id {id} is already used in this list' },
  duplicatePair: { ja: '同じ組 {first}・{second} がすでにあります', en: 'the pair {first}, {second} already stands in this list' },
  noSuchLot: { ja: '品目 {id} はありません', en: 'there is no lot {id}' },
  noSuchGroup: { ja: '団体 {id} はありません', en: 'there is no group {id}' },
  overflow: { ja: '合計が 2^53 以上になり、正確に数えられません', en: 'brings a total to 2^53 or more, which cannot be counted exactly' },
  keyOverflow: {
    ja: '充足度の比較に使う積（受取量の合計 × 必要世帯数）が 2^53 以上になり、正確に比べられません',
    en: 'times the most that any group may come to is 2^53 or more, so levels cannot be compared exactly',
  },
  shareOverflow: {
    ja: '按分に使う積（品目のケース数 × 必要世帯数の合計）が 2^53 以上になり、正確に分けられません',
    en: 'brings the sum of needs times the cases of the largest lot to 2^53 or more, so shares cannot be exact',
  },
  lockBreaksRule: { ja: '固定が条件「{rule}」に反しています: {ja}', en: 'the lock breaks the rule "{rule}": {en}' },
} as const;

export type FaultKey = keyof typeof CATALOGUE;

export const faultText = defineMessages<FaultKey>(CATALOGUE);
