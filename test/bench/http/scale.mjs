const SHORTENING = ['BENCH_SECONDS', 'BENCH_TIMES', 'BENCH_POSTINGS', 'BENCH_SOAK_SECONDS', 'BENCH_CPU_PROFILES'];
const { BENCH_SECONDS, BENCH_TIMES, BENCH_POSTINGS, BENCH_SOAK_SECONDS } = process.env;

/** What a reader has to know when this run was not a whole one. */
export const shortened = SHORTENING.filter((name) => process.env[name]).map((name) => `${name}=${process.env[name]}`);

/** How long and how often; the environment shortens it to try the bench itself out. */
export const TURN_SECONDS = Number(BENCH_SECONDS || 10);
export const WARM_UP_SECONDS = Math.min(5, TURN_SECONDS);
export const TURNS = 3;
export const BATCHES = Number(BENCH_TIMES || 100);
export const ROUNDS = Math.max(2, Math.ceil(Number(BENCH_TIMES || 100) / 5));
export const POSTINGS = Number(BENCH_POSTINGS || 1_000_000);
export const SOAK_SECONDS = Number(BENCH_SOAK_SECONDS || 600);
