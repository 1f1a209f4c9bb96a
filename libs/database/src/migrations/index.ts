import { Tenancy1763900000001 } from './0001-tenancy.js';
import { Ledger1763900000002 } from './0002-ledger.js';
import { GoodsAndGroups1763900000003 } from './0003-goods-and-groups.js';
import { Rounds1763900000004 } from './0004-rounds.js';
import { Carriage1763900000005 } from './0005-carriage.js';
import { Statistics1763900000006 } from './0006-statistics.js';
import { LedgerVouchersAndPeriods1763900000007 } from './0007-ledger.js';
import { RunsAndJournal1763900000008 } from './0008-runs-and-journal.js';
import { IdempotentRequests1763900000009 } from './0009-idempotent-requests.js';
import { Operation1763900000010 } from './0010-operation.js';
import { GroupStock1763900000011 } from './0011-group-stock.js';
import { ManyAtOnce1763900000012 } from './0012-many-at-once.js';
import { AllocationPolicy1763900000013 } from './0013-allocation-policy.js';
import { OneSearchPath1763900000014 } from './0014-one-search-path.js';
import { ThousandsAtOnce1763900000015 } from './0015-thousands-at-once.js';
import { RoundTargets1763900000016 } from './0016-round-targets.js';

/** One order, append-only: a published migration is never edited. */
export const MIGRATIONS = [
  Tenancy1763900000001,
  Ledger1763900000002,
  GoodsAndGroups1763900000003,
  Rounds1763900000004,
  Carriage1763900000005,
  Statistics1763900000006,
  LedgerVouchersAndPeriods1763900000007,
  RunsAndJournal1763900000008,
  IdempotentRequests1763900000009,
  Operation1763900000010,
  GroupStock1763900000011,
  ManyAtOnce1763900000012,
  AllocationPolicy1763900000013,
  OneSearchPath1763900000014,
  ThousandsAtOnce1763900000015,
  RoundTargets1763900000016,
];
