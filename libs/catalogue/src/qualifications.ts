import type { Bilingual } from '@wakachi/kernel';

/** 資格: what a group may hold and a lot may ask for. */
export const QUALIFICATION_KINDS = ['agreement', 'insurance', 'hygiene-manager', 'freezer'] as const;
export type QualificationKind = (typeof QUALIFICATION_KINDS)[number];

export const QUALIFICATION_NAMES: Readonly<Record<QualificationKind, Bilingual>> = {
  agreement: { ja: '合意書', en: 'Agreement' },
  insurance: { ja: '保険', en: 'Insurance' },
  'hygiene-manager': { ja: '食品衛生責任者', en: 'Food-hygiene manager' },
  freezer: { ja: '冷凍庫', en: 'Freezer' },
};
