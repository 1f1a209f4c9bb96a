import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Level, pino, stdTimeFunctions } from 'pino';
import { logContext } from './log-context.js';
import { errorFields, frames, masked } from './without-personal-data.js';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof LEVELS)[number];

/** At start-up Nest names every route and module; nobody reads that. */
const CHATTER = new Set(['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver', 'NestApplication']);

/** Throws when LOG_LEVEL is not a level. */
export function logLevel(env: NodeJS.ProcessEnv, fallback: LogLevel = 'info'): LogLevel {
  const wanted = env['LOG_LEVEL'] || fallback;
  const level = LEVELS.find((known) => known === wanted);
  if (!level)
    throw new Error(`LOG_LEVEL「${wanted}」はありません。${LEVELS.join('、')} のどれかです。/ LOG_LEVEL is one of ${LEVELS.join(', ')}.`);
  return level;
}

/**
 * Nest's logger as JSON lines on stderr: `new Logger('relay').warn({ msg: 'not sent', error })` becomes one line with the request
 * it belongs to. Written synchronously: the last line before a crash is the one that is needed.
 */
export function jsonLog(app: string, level: LogLevel, stream: DestinationStream = pino.destination({ fd: 2, sync: true })): LoggerService {
  const log = pino(
    {
      level,
      base: { app },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  const write = (at: Level, message: unknown, rest: readonly unknown[]) => {
    const context = rest.at(-1);
    const line: Record<string, unknown> = { ...logContext() };
    if (typeof context === 'string') line['from'] = context;
    if (at === 'error' && rest.length > 1 && typeof rest[0] === 'string') line['at'] = frames(rest[0]);
    log[at === 'info' && CHATTER.has(String(context)) ? 'debug' : at](Object.assign(line, fieldsOf(message)));
  };
  return {
    log: (message: unknown, ...rest: unknown[]) => write('info', message, rest),
    error: (message: unknown, ...rest: unknown[]) => write('error', message, rest),
    warn: (message: unknown, ...rest: unknown[]) => write('warn', message, rest),
    debug: (message: unknown, ...rest: unknown[]) => write('debug', message, rest),
    verbose: (message: unknown, ...rest: unknown[]) => write('trace', message, rest),
    fatal: (message: unknown, ...rest: unknown[]) => write('fatal', message, rest),
  };
}

function fieldsOf(message: unknown): Record<string, unknown> {
  if (message instanceof Error) return { msg: 'failed', error: errorFields(message) };
  if (typeof message !== 'object' || message === null) return { msg: masked(String(message)) };
  const fields = message as Record<string, unknown>;
  return fields['error'] === undefined ? fields : { ...fields, error: errorFields(fields['error']) };
}
