import { prefectureNamed, type QualificationKind, regionNamed } from '@wakachi/catalogue';
import { message } from './messages.js';
import type { HoldReason, LotCondition } from './offer-line.js';

export interface ReadConditions {
  readonly conditions: LotCondition[];
  readonly held: HoldReason[];
}

const QUALIFICATIONS: Readonly<Record<string, QualificationKind>> = {
  合意書締結団体のみ: 'agreement',
  保険加入団体のみ: 'insurance',
  冷凍庫のある団体のみ: 'freezer',
  食品衛生責任者のいる団体のみ: 'hygiene-manager',
};

const TERMS: Readonly<Record<string, { term: 'no-social-media' | 'no-resale-report-due'; reportDue: boolean }>> = {
  SNS掲載不可: { term: 'no-social-media', reportDue: false },
  SNS掲載禁止: { term: 'no-social-media', reportDue: false },
  SNS投稿不可: { term: 'no-social-media', reportDue: false },
  '転売禁止・記録提出': { term: 'no-resale-report-due', reportDue: true },
};

const NO_CONDITION = ['なし', '特になし', '-', '−'];

/** A wording is one condition we know, or it holds the lot. There is no third way: what is passed over is broken. */
export function readConditions(cell: string): ReadConditions {
  const texts = cell.split(/[、。，,／/\n\r;；]+/).map((text) => text.trim());
  const conditions: LotCondition[] = [];
  const held: HoldReason[] = [];
  for (const text of texts.filter((text) => text !== '' && !NO_CONDITION.includes(text))) {
    const condition = conditionOf(text);
    if (condition !== null) conditions.push(condition);
    else held.push({ code: 'condition-not-understood', text, message: message('condition-not-understood', { text }) });
  }
  return { conditions, held };
}

function conditionOf(text: string): LotCondition | null {
  const word = text.normalize('NFKC').replace(/\s+/g, '');
  const qualification = Object.hasOwn(QUALIFICATIONS, word) ? QUALIFICATIONS[word] : undefined;
  if (qualification !== undefined) return { kind: 'qualification', text, qualification };
  const term = Object.hasOwn(TERMS, word) ? TERMS[word] : undefined;
  if (term !== undefined) return { kind: 'term', text, ...term };
  const prefectures = placesOf(word);
  return prefectures === null ? null : { kind: 'region', text, prefectures };
}

/** 九州限定, 東日本のみ, 福岡・佐賀のみ: places that are all known, and a word that limits to them. */
function placesOf(word: string): string[] | null {
  const places = /^(.+?)(?:限定|のみ|に限る|だけ)$/.exec(word)?.[1]?.replace(/の?団体$/, '');
  if (places === undefined) return null;
  const whole = codesOf(places);
  // A region may have a ・ in its name; only if the whole is no place is it a list of places.
  const known = whole === null ? places.split('・').map(codesOf) : [whole];
  if (known.some((codes) => codes === null)) return null;
  return [...new Set(known.flatMap((codes) => codes ?? []))].sort();
}

function codesOf(place: string): string[] | null {
  const region = regionNamed(place);
  if (region !== null) return [...region.prefectures];
  const prefecture = prefectureNamed(place);
  return prefecture === null ? null : [prefecture.code];
}
