import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line says that is written on behalf of one request, in whatever process. */
export interface LogContext {
  readonly requestId: string | null;
  networkId?: string;
  readonly runId?: string;
}

const storage = new AsyncLocalStorage<LogContext>();

export function inLogContext<T>(context: LogContext, work: () => T): T {
  return storage.run(context, work);
}

export function logContext(): LogContext | undefined {
  return storage.getStore();
}

/** The id under which the caller, the log and the run know this request; null outside of one. */
export function currentRequestId(): string | null {
  return storage.getStore()?.requestId ?? null;
}

/** As soon as it is known whose request this is. */
export function noteNetwork(networkId: string): void {
  const context = storage.getStore();
  if (context) context.networkId = networkId;
}
