import { allergenNamed } from '@wakachi/catalogue';
import { message } from './messages.js';
import type { HoldReason } from './offer-line.js';

export interface ReadAllergens {
  /** Null: nothing is declared. */
  readonly allergens: string[] | null;
  readonly held: HoldReason[];
}

const NONE = ['なし', '無し', '無', '該当なし', '特定原材料等なし'];
/** Such words fill the cell and say nothing. */
const NOT_DECLARED = ['', '不明', '未確認', '確認中', '未定', '-'];

export function readAllergens(cell: string): ReadAllergens {
  const text = cell.trim();
  if (NOT_DECLARED.includes(text)) return { allergens: null, held: [] };
  if (NONE.includes(text)) return { allergens: [], held: [] };
  const allergens: string[] = [];
  const held: HoldReason[] = [];
  for (const word of text.split(/[・、，,／/\s]+/).filter((word) => word !== '')) {
    const name = allergenNamed(word);
    if (name === null) held.push({ code: 'allergen-unknown', text: word, message: message('allergen-unknown', { text: word }) });
    else if (!allergens.includes(name)) allergens.push(name);
  }
  return { allergens, held };
}
