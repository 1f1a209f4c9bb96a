import { Logger } from '@nestjs/common';

let stopping = false;

/** From the first SIGTERM or SIGINT on. */
export function isShuttingDown(): boolean {
  return stopping;
}

/**
 * Ends the process with 0 when `close` has finished what is in hand, with 1 when that takes too long. Further signals change
 * nothing: npm passes Ctrl-C on to a child that has had it already.
 */
export function stopOnSignal(close: () => Promise<void>, seconds: number): void {
  const logger = new Logger('shutdown');
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.log({ msg: 'finishing what is in hand', signal, seconds });
    setTimeout(() => {
      logger.error({ msg: 'not finished in time', seconds });
      process.exit(1);
    }, seconds * 1_000).unref();
    try {
      await close();
      logger.log({ msg: 'stopped' });
      process.exit(0);
    } catch (error) {
      logger.error({ msg: 'did not stop cleanly', error });
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
}
