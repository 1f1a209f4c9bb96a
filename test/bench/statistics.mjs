/** Nearest rank: the smallest value that at least `share` of the values do not exceed. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values) => percentile(values, 0.5);

export const sum = (values) => values.reduce((total, value) => total + value, 0);

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export const count = (value) => whole.format(value);
export const perSecond = (value) => `${whole.format(value)}/s`;
export const milliseconds = (value) => `${value < 10 ? value.toFixed(1) : whole.format(value)} ms`;
export const seconds = (value) => `${(value / 1000).toFixed(1)} s`;
export const megabytes = (bytes) => `${whole.format(bytes / 1024 / 1024)} MiB`;
export const percent = (share) => `${Math.round(share * 100)} %`;

/** The median of a few, with the spread that it hides. */
export const medianAndRange = (values) =>
  `${milliseconds(median(values))} (${milliseconds(Math.min(...values))} – ${milliseconds(Math.max(...values))})`;

/** How long `work` took, and what it returned. */
export async function timed(work) {
  const started = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - started, result };
}
