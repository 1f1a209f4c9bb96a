import { expectation } from '../messages.js';
import { displayOf, isBlank } from '../table.js';
import { blankProblem, type CellParser, problem, value } from './parsed.js';

const LONGEST = 500;

/** Control characters, direction overrides (which make a name read backwards) and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const IMPROPER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text as written, outer spaces off, composed (NFC). Never NFKC: a name keeps its ㈱ and its 髙. Blank is ''. */
export function text(limit: number = LONGEST): CellParser<string> {
  return (cell) => {
    const written = displayOf(cell).trim().normalize('NFC');
    if (IMPROPER.test(written) || LONE_SURROGATE.test(written)) return problem(cell, 'improper-characters', expectation('text', { limit }));
    if (written.length > limit) return problem(cell, 'text-too-long', expectation('text', { limit }), { limit });
    return value(written);
  };
}

export function requiredText(limit: number = LONGEST): CellParser<string> {
  return (cell, context) => (isBlank(cell) ? blankProblem(context, expectation('something')) : text(limit)(cell, context));
}

/** One of a few words, whatever their width. */
export function choice<T>(choices: Readonly<Record<string, T>>): CellParser<T> {
  const byWord = new Map(Object.entries(choices).map(([word, meaning]) => [word.normalize('NFKC'), meaning]));
  const expected = expectation('choice', { choices: Object.keys(choices).join('、') });
  return (cell, context) => {
    if (isBlank(cell)) return blankProblem(context, expected);
    const word = displayOf(cell).trim().normalize('NFKC');
    const meaning = byWord.get(word);
    return meaning === undefined ? problem(cell, 'not-a-choice', expected) : value(meaning);
  };
}

const MARKS: Readonly<Record<string, boolean>> = {
  有: true,
  有り: true,
  あり: true,
  '○': true,
  '◯': true,
  〇: true,
  はい: true,
  無: false,
  無し: false,
  なし: false,
  '×': false,
  '✕': false,
  いいえ: false,
};

/** 有 ○ → true, 無 × → false, blank → null: not declared, which is not the same as no. */
export const mark: CellParser<boolean | null> = (cell) => {
  if (isBlank(cell)) return value(null);
  const meaning = typeof cell === 'boolean' ? cell : MARKS[displayOf(cell).trim()];
  return meaning === undefined ? problem(cell, 'not-a-mark', expectation('mark')) : value(meaning);
};
