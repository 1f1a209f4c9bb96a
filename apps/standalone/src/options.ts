import { parseArgs } from 'node:util';
import { isCalendarDate } from '@wakachi/kernel';

export interface Options {
  readonly once: boolean;
  /** Null: the sample round. */
  readonly files: { readonly offers: string; readonly groups: string; readonly entries: string | null } | null;
  /** The day the trial starts on; null: the sample's own, or today for other files. */
  readonly asOf: string | null;
  readonly port: number;
}

export const USAGE = `npm start                                         見本の配分回を動かし、画面を開けるようにする / run the sample round and serve it
npm start -- --once                               最後まで動かして終わる（最終行はJSON） / run to the end and exit; the last line is JSON
npm start -- --offers 申出.xlsx --groups 団体.csv [--entries 参加申込.csv] [--as-of 2026-11-24] [--once]`;

/** A call that cannot be understood; the message says how to call. */
export class UsageError extends Error {}

/** Throws UsageError. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const values = parsed(args);
  const { offers, groups, entries } = values;
  if ((offers === undefined) !== (groups === undefined) || (entries !== undefined && offers === undefined)) {
    throw new UsageError('--offers と --groups は一緒に指定してください。 / --offers and --groups go together.');
  }
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && !isCalendarDate(asOf))
    throw new UsageError('--as-of は 2026-11-24 の形で指定してください。 / --as-of takes a date such as 2026-11-24.');
  const port = Number(values.port ?? env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port は 0〜65535 です。 / --port is 0 to 65535.');
  const files = offers === undefined || groups === undefined ? null : { offers, groups, entries: entries ?? null };
  return { once: values.once ?? false, files, asOf, port };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean' },
        offers: { type: 'string' },
        groups: { type: 'string' },
        entries: { type: 'string' },
        'as-of': { type: 'string' },
        port: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
