import { type Bilingual, DomainError } from '@wakachi/kernel';
import type { PolicyName } from './problem.js';

/** The document is not a `wakachi.problem/1`. `pointer` (RFC 6901) says where; `text` is one line. */
export class ProblemMalformed extends DomainError {
  constructor(
    readonly pointer: string,
    text: Bilingual,
  ) {
    super('problem-malformed', 'invalid', text, { pointer });
  }
}

/** The contract names the policy, but this engine cannot run it yet. It never puts another in its place. */
export class PolicyNotBuilt extends DomainError {
  constructor(readonly policy: PolicyName) {
    super(
      'policy-not-built',
      'unavailable',
      { ja: `配分方針「${policy}」はまだ実装されていません`, en: `The policy "${policy}" is not built yet` },
      { policy },
    );
  }
}
