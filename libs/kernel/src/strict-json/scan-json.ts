import { isWellFormed } from './is-well-formed.js';
import { type JsonFaultKey, jsonFault } from './json-fault.js';
import { pointerStep } from './pointer.js';

export interface JsonPolicy {
  /** Levels of nesting; a bound keeps a hostile document from exhausting the stack. */
  readonly deepest: number;
  /** U+0000 in strings, which PostgreSQL cannot store. */
  readonly nul: 'keep' | 'refuse';
  /** `any` takes fractions and exponents too, as `JSON.parse` rounds them. */
  readonly numbers: 'whole' | 'any';
  /** Keys that no format of the reader's has, beside `__proto__`. */
  readonly reservedKeys?: readonly string[];
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN_INTEGER = /^-?\d+$/;
/** Where a string ends; what may stand in it is left to `JSON.parse`. */
const STRING = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const WORD = /true|false|null/y;

/**
 * Reads JSON (RFC 8259) more strictly than `JSON.parse`: a repeated key, a lone surrogate or a number of another kind than
 * the policy takes is a fault with its pointer, where `JSON.parse` would silently keep the last key or round the number.
 * Throws JsonFault.
 */
export function scanJson(text: string, policy: JsonPolicy): unknown {
  return new Scanner(text, policy).document();
}

class Scanner {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly policy: JsonPolicy,
  ) {}

  document(): unknown {
    const value = this.value('', 0);
    this.skipSpace();
    if (this.at < this.text.length) this.refuse('');
    return value;
  }

  private value(pointer: string, depth: number): unknown {
    const { deepest } = this.policy;
    if (depth > deepest) throw jsonFault(pointer, 'tooDeep', { most: deepest });
    this.skipSpace();
    switch (this.text[this.at]) {
      case '{':
        return this.object(pointer, depth);
      case '[':
        return this.array(pointer, depth);
      case '"':
        return this.string(pointer);
      default:
        return this.atWord() ? this.word(pointer) : this.number(pointer);
    }
  }

  private object(pointer: string, depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    this.at += 1;
    if (this.takes('}')) return result;
    do {
      this.skipSpace();
      const key = this.string(pointer);
      const inner = pointerStep(pointer, key);
      if (Object.hasOwn(result, key)) throw jsonFault(inner, 'duplicateKey');
      // Assigning it would set the prototype instead of a field; no format has it.
      if (key === '__proto__' || this.policy.reservedKeys?.includes(key)) throw jsonFault(inner, 'reservedKey');
      if (!this.takes(':')) this.refuse(inner);
      result[key] = this.value(inner, depth + 1);
    } while (this.takes(','));
    if (!this.takes('}')) this.refuse(pointer);
    return result;
  }

  private array(pointer: string, depth: number): unknown[] {
    const result: unknown[] = [];
    this.at += 1;
    if (this.takes(']')) return result;
    do result.push(this.value(pointerStep(pointer, result.length), depth + 1));
    while (this.takes(','));
    if (!this.takes(']')) this.refuse(pointer);
    return result;
  }

  private string(pointer: string): string {
    const start = this.at;
    const text = this.unescaped();
    if (text === null) {
      this.at = start;
      return this.refuse(pointer);
    }
    if (!isWellFormed(text)) this.refuse(pointer, 'surrogate');
    if (this.policy.nul === 'refuse' && text.includes('\0')) this.refuse(pointer, 'nul');
    return text;
  }

  private unescaped(): string | null {
    try {
      const literal = this.match(STRING);
      return literal === null ? null : (JSON.parse(literal) as string);
    } catch (error) {
      // A bad escape or control character; or so many escapes that the pattern ran out of stack: a fault, not a crash.
      if (error instanceof SyntaxError || error instanceof RangeError) return null;
      throw error;
    }
  }

  private number(pointer: string): number {
    const literal = this.match(NUMBER) ?? this.refuse(pointer);
    if (this.policy.numbers === 'whole' && !PLAIN_INTEGER.test(literal)) throw jsonFault(pointer, 'notWhole');
    const value = Number(literal);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw jsonFault(pointer, 'tooLarge');
    return value === 0 ? 0 : value;
  }

  private atWord(): boolean {
    return /[a-z]/.test(this.text[this.at] ?? '');
  }

  private word(pointer: string): boolean | null {
    const found = this.match(WORD) ?? this.refuse(pointer);
    return found === 'null' ? null : found === 'true';
  }

  private takes(mark: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private skipSpace(): void {
    this.match(SPACE);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private refuse(pointer: string, key: JsonFaultKey = 'syntax'): never {
    const before = this.text.slice(0, this.at).split('\n');
    throw jsonFault(pointer, key, { line: before.length, column: (before.at(-1) ?? '').length + 1 });
  }
}
