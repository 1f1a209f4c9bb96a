import { Clock } from '@wakachi/kernel';

/** Tells the trial's own days while the trial is walked through, and the real time afterwards. */
export class TrialClock extends Clock {
  private instant: Date | null = null;

  /** Nine in the morning in Japan of that day. */
  standAt(day: string): void {
    this.instant = new Date(`${day}T09:00:00+09:00`);
  }

  run(): void {
    this.instant = null;
  }

  now(): Date {
    return this.instant === null ? new Date() : new Date(this.instant);
  }
}
