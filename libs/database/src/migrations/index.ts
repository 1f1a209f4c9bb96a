import { Tenancy1763900000001 } from './0001-tenancy.js';
import { Ledger1763900000002 } from './0002-ledger.js';

/** One order, append-only: a published migration is never edited. */
export const MIGRATIONS = [Tenancy1763900000001, Ledger1763900000002];
