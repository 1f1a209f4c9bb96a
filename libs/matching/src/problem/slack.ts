import type { Problem } from './problem.js';

/** The slack as a fraction: a decimal string is one over a power of ten. */
export function slackOf({ slack = '0' }: Pick<Problem, 'slack'>): { readonly numerator: bigint; readonly denominator: bigint } {
  const [whole = '0', decimals = ''] = slack.split('.');
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/** Whether levels may fall at all. */
export function hasSlack(problem: Pick<Problem, 'slack'>): boolean {
  return slackOf(problem).numerator > 0n;
}
