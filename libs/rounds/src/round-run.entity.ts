import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';
import { PROGRESS_AT, phaseAt, type RunPhase } from './engine/run-phase.js';
import { RunOver, RunWithoutSolution } from './errors.js';
import { NEXT_STATUS, type RunStatus } from './run-status.js';

/** Progress, in percent, when all of it is stored. */
const STORED = 100;

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

  /** 0–100. It begins again when another worker does. */
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

  /** What the worker is at; null unless one is. */
  phase(): RunPhase | null {
    return this.status === 'running' ? phaseAt(this.progress) : null;
  }

  /** Succeeded, failed or cancelled: nothing more will happen to it. */
  isOver(): boolean {
    return NEXT_STATUS[this.status].length === 0;
  }

  /** Throws RunOver. */
  begin(at: Date): void {
    this.become('running');
    this.startedAt ??= at;
    this.attempts += 1;
    this.progress = PROGRESS_AT.read;
  }

  /** Throws RunOver. */
  succeed(at: Date, engine: string, solution: string, solutionSha256: string): void {
    this.become('succeeded');
    Object.assign(this, { progress: STORED, finishedAt: at, engine, solution, solutionSha256 });
  }

  /** Throws RunOver. */
  fail(at: Date, error: string): void {
    this.become('failed');
    Object.assign(this, { finishedAt: at, error });
  }

  /** Throws RunOver. */
  cancel(at: Date): void {
    this.become('cancelled');
    this.finishedAt = at;
  }

  private become(next: RunStatus): void {
    if (!NEXT_STATUS[this.status].includes(next)) throw new RunOver(this.id, this.status);
    this.status = next;
  }
}
