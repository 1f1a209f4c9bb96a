import type { Bilingual, MessageParams } from '@wakachi/kernel';
import { type IssueText, textOf } from '../issue.js';
import type { ExchangeCode } from '../messages.js';
import { type CellContent, type DateSystem, displayOf, isBlank } from '../table.js';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: IssueText };

export interface CellContext {
  readonly dateSystem: DateSystem;
  readonly header: string;
}

export type CellParser<T> = (cell: CellContent, context: CellContext) => Parsed<T>;

export function value<T>(parsed: T): Parsed<T> {
  return { ok: true, value: parsed };
}

export function problem(cell: CellContent, code: ExchangeCode, expected: Bilingual, params: MessageParams = {}): Parsed<never> {
  return { ok: false, problem: textOf(code, { found: displayOf(cell).trim().slice(0, 100), ...params }, expected) };
}

export function blankProblem(context: CellContext, expected: Bilingual): Parsed<never> {
  return { ok: false, problem: textOf('blank', { column: context.header }, expected) };
}

/** Blank is an answer of its own: null, never 0. */
export function orBlank<T>(parser: CellParser<T>): CellParser<T | null> {
  return (cell, context) => (isBlank(cell) ? value(null) : parser(cell, context));
}
