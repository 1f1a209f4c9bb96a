import { type Bilingual, defineMessages } from '@wakachi/kernel';

/** What a tight set comes to; levels as decimals with six places. Without `drop` nobody else could give a case up. */
export interface TightSetFigures {
  readonly lots: number;
  readonly cases: number;
  /** That hold a case of the lots, the group itself included. */
  readonly groups: number;
  /** Where the best-off of the others would be with one case less. */
  readonly drop?: string;
  /** Where the group itself is. */
  readonly level: string;
}

const sentence = defineMessages<'ranked' | 'alone' | 'cut'>({
  ranked: {
    ja: '回すことのできる {lots} 品目 {cases} ケースはすべて {groups} 団体に配分済みです。ほかの団体のうち最も充足している団体から 1 ケース移すとその充足度は {drop} となり、この団体の {level} を上回りません',
    en: 'All that could be led to this group is placed (lots: {lots}; cases: {cases}; groups that hold them: {groups}); the best-off of the others would drop to {drop}, which is not above the {level} of this one',
  },
  alone: {
    ja: '回すことのできる {lots} 品目 {cases} ケースはすべて {groups} 団体に配分済みで、ほかの団体から移せるケースはありません',
    en: 'All that could be led to this group is placed (lots: {lots}; cases: {cases}; groups that hold them: {groups}); no other group holds a case of them that could be moved',
  },
  cut: {
    ja: 'あと 1 ケース受け取れる {lots} 品目 {cases} ケースはすべて配分済みです。この団体の充足度は {level} で、ケースを 1 単位まで分けられるとして計算した充足度は {relaxed} です',
    en: 'All that this group could take one more case of is placed (lots: {lots}; cases: {cases}); it is at {level}, and where whole cases are no matter it would be at {relaxed}',
  },
});

/** Why a group with room gets no further case: the words are part of the format, the figures are data. */
export function tightSetText(figures: TightSetFigures): Bilingual {
  return sentence(figures.drop === undefined ? 'alone' : 'ranked', { ...figures });
}

/** The same where the plan is not exact: what the group could still take, and how far it is from its relaxed level. */
export interface UsedUpFigures {
  readonly lots: number;
  readonly cases: number;
  /** Decimals with six places. */
  readonly level: string;
  readonly relaxed: string;
}

export function usedUpText(figures: UsedUpFigures): Bilingual {
  return sentence('cut', { ...figures });
}
