import type { Bilingual } from '@wakachi/kernel';

/** Ends a command with one line on stderr and an exit code. */
export class Failure extends Error {
  constructor(
    readonly exitCode: number,
    readonly text: Bilingual,
    /** What it is about: a file, or a file and a JSON pointer. */
    readonly where = '',
  ) {
    super(text.en);
  }
}
