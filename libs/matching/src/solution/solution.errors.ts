import { type Bilingual, DomainError } from '@wakachi/kernel';

/** The document is not a `wakachi.solution/1`. `pointer` (RFC 6901) says where; `text` is one line. */
export class SolutionMalformed extends DomainError {
  constructor(
    readonly pointer: string,
    text: Bilingual,
  ) {
    super('solution-malformed', 'invalid', text, { pointer });
  }
}
