import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';
import { RunWithoutSolution } from './errors.js';

export type RunStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** Progress of a run that a worker has taken up; the engine itself reports none yet. */
const BEGUN = 10;

/** 配分計算: one computation over a frozen input. Its state is here, never in the queue. */
@Entity('round_run')
export class RoundRun extends NetworkEntity {
  @Column('uuid')
  roundId: string;

  @Column('text')
  status: RunStatus;

  @Column('uuid')
  requestedBy: string;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** How often a worker began it; more than one after a worker died. */
  @Column('int')
  attempts: number;

  /** 0–100. */
  @Column('int')
  progress: number;

  /** The frozen problem, `wakachi.problem/1`. */
  @Column('text')
  input: string;

  /** The problem's own hash: the same input has the same one, whatever its order. */
  @Column('text')
  inputSha256: string;

  @Column('text', { nullable: true })
  engine: string | null;

  @Column('text', { nullable: true })
  solution: string | null;

  @Column('text', { nullable: true })
  solutionSha256: string | null;

  @Column('text', { nullable: true })
  error: string | null;

  /** Of the request that asked for it, as the logs have it; null when it was not asked for over HTTP. */
  @Column('text', { nullable: true })
  requestId: string | null;

  /** The plan as the worker wrote it. Throws RunWithoutSolution. */
  frozenSolution(): string {
    if (this.solution === null) throw new RunWithoutSolution(this.id, this.status);
    return this.solution;
  }

  /** Succeeded, failed or cancelled: nothing more will happen to it. */
  isOver(): boolean {
    return this.status !== 'queued' && this.status !== 'running';
  }

  begin(at: Date): void {
    this.status = 'running';
    this.startedAt ??= at;
    this.attempts += 1;
    this.progress = Math.max(this.progress, BEGUN);
  }

  succeed(at: Date, engine: string, solution: string, solutionSha256: string): void {
    Object.assign(this, { status: 'succeeded', progress: 100, finishedAt: at, engine, solution, solutionSha256 });
  }

  fail(at: Date, error: string): void {
    Object.assign(this, { status: 'failed', finishedAt: at, error });
  }
}
