import { ApiProperty } from '@nestjs/swagger';
import type { RoundRun } from '@wakachi/rounds';
import { ListQuery } from '../lists/list-query.js';
import { MayBeAbsent, OneOf } from '../validation/fields.js';

const STATUSES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;

export class RunListQuery extends ListQuery(['requestedAt'], '-requestedAt') {
  @MayBeAbsent()
  @OneOf(STATUSES)
  status?: RoundRun['status'];
}

/** 配分計算 */
export class RunDto {
  id: string;
  roundId: string;

  @ApiProperty({ enum: STATUSES })
  status: RoundRun['status'];

  /** 0–100 */
  @ApiProperty({ type: 'integer' })
  progress: number;

  @ApiProperty({ type: 'integer' })
  attempts: number;

  requestedBy: string;
  requestedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** 入力の指紋 / the hash of the frozen input */
  inputSha256: string;
  solutionSha256: string | null;
  engine: string | null;
  error: string | null;
}

export class RunPageDto {
  items: RunDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export function runDto(run: RoundRun): RunDto {
  const { id, roundId, status, progress, attempts, requestedBy, requestedAt, startedAt, finishedAt } = run;
  const { inputSha256, solutionSha256, engine, error } = run;
  return {
    ...{ id, roundId, status, progress, attempts, requestedBy, requestedAt, startedAt, finishedAt },
    ...{ inputSha256, solutionSha256, engine, error },
  };
}

export class CancelledRunDto {
  id: string;

  @ApiProperty({ enum: ['cancelled'] })
  status: 'cancelled';
}
