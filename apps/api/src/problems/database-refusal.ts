import type { DomainError } from '@wakachi/kernel';
import { QueryFailedError } from 'typeorm';
import { Busy, ClashWithRecord, RefersToNothing, ValueRefused } from './errors.js';

/** What the database itself refused, without a word of its own: it would tell of tables and constraints. Null: not a refusal. */
export function databaseRefusal(error: unknown): DomainError | null {
  if (!(error instanceof QueryFailedError)) return null;
  const state = String((error.driverError as { code?: unknown }).code ?? '');
  if (state === '23505' || state === '23514' || state === '23P01') return new ClashWithRecord();
  if (state === '23503') return new RefersToNothing();
  if (state.startsWith('22')) return new ValueRefused();
  // Serialisation, deadlock, lock not available, statement cut off by its timeout.
  if (['40001', '40P01', '55P03', '57014'].includes(state)) return new Busy();
  return null;
}
