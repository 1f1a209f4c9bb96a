import { ApiProperty } from '@nestjs/swagger';
import { type RoundRun, RUN_PHASES, type RunPhase } from '@wakachi/rounds';
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

  /** 0–100。別のワーカーが引き継ぐと戻ります / 0–100; it begins again when another worker takes over */
  @ApiProperty({ type: 'integer' })
  progress: number;

  /** 計算中にしていること。計算中でなければ null / what it is at while running, else null */
  @ApiProperty({ enum: RUN_PHASES, nullable: true })
  phase: RunPhase | null;

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
    ...{ phase: run.phase(), inputSha256, solutionSha256, engine, error },
  };
}

export class CancelledRunDto {
  id: string;

  @ApiProperty({ enum: ['cancelled'] })
  status: 'cancelled';
}
