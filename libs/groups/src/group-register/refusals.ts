import { type CategoryId, categoryNamed } from '@wakachi/catalogue';
import type { TemperatureClass } from '@wakachi/kernel';
import type { Attention, AttentionCode, Refusals } from './group-line.js';
import { attentionMessage } from './messages.js';

const TEMPERATURES: Readonly<Record<string, TemperatureClass>> = {
  要冷蔵品: 'chilled',
  要冷蔵: 'chilled',
  冷蔵品: 'chilled',
  要冷凍品: 'frozen',
  要冷凍: 'frozen',
  冷凍品: 'frozen',
};

/** 菓子以外 says both "we refuse all but sweets" and "all but sweets is fine": ask, and exclude nothing until then. */
export function readRefusals(cell: string): { refuses: Refusals; attention: Attention[] } {
  const categories = new Set<CategoryId>();
  const temperatures = new Set<TemperatureClass>();
  const attention: Attention[] = [];
  for (const text of cell.split(/[、。，,・/／\n]+/).map((word) => word.trim())) {
    if (text === '' || text === 'なし' || text === '特になし') continue;
    const temperature = Object.hasOwn(TEMPERATURES, text) ? TEMPERATURES[text] : undefined;
    const category = categoryNamed(text);
    if (temperature !== undefined) temperatures.add(temperature);
    else if (category !== null) categories.add(category.id);
    else attention.push(flag(text.includes('以外') ? 'refusal-ambiguous' : 'refusal-unknown', text));
  }
  return { refuses: { categories: [...categories], temperatures: [...temperatures] }, attention };
}

function flag(code: AttentionCode, text: string): Attention {
  return { code, text, message: attentionMessage(code, { text }) };
}
