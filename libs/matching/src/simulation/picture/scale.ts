/** A panel's vertical axis: from 0 to `top`, a tick at every `step`; all in millionths. */
export interface Scale {
  readonly step: number;
  readonly top: number;
}

const MOST_TICKS = 6;

/** The smallest step of the form 1, 2 or 5 · 10^k that needs no more than six ticks. */
export function scaleFor(largest: number): Scale {
  let step = 1_000;
  while (Math.ceil(largest / step) > MOST_TICKS) step = nextStep(step);
  return { step, top: step * Math.max(1, Math.ceil(largest / step)) };
}

/** 1 → 2 → 5 → 10: the leading digit is a 2 exactly when the step is no multiple of 5 tenths of its power of ten. */
function nextStep(step: number): number {
  return String(step).startsWith('2') ? (step * 5) / 2 : step * 2;
}
