import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LIMITS } from '../limits.js';
import type { CellContent, DateSystem, MergedRange } from '../table.js';
import { CHILD_SOURCE } from './child-source.js';

export interface ParsedSheet {
  readonly kind: 'sheet';
  readonly name: string;
  readonly dateSystem: DateSystem;
  readonly rows: CellContent[][];
  readonly merges: MergedRange[];
  readonly hiddenRows: number[];
  readonly otherSheets: string[];
}

export type ChildAnswer =
  | ParsedSheet
  | { readonly kind: 'empty' | 'too-many-rows' | 'too-many-columns' | 'stopped' }
  | { readonly kind: 'failed'; readonly reason: 'too-large' | 'unparsable' };

export type ChildLimits = Record<'childMilliseconds' | 'childMemoryMegabytes' | 'childOutputBytes' | 'rows' | 'columns', number>;

/** A hostile workbook may eat memory or time; it does so in a process that can be lost. */
export function parseInChild(bytes: Uint8Array, limits: ChildLimits = LIMITS): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, childArguments(limits), {
      // Nothing of the server's environment: no secrets for a parser that may be led astray, no test runner's flags.
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: limits.childMilliseconds,
      killSignal: 'SIGKILL',
    });
    const output: Buffer[] = [];
    let outputBytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      outputBytes += chunk.length;
      if (outputBytes > limits.childOutputBytes) child.kill('SIGKILL');
      else output.push(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) =>
      resolve(code === 0 ? (JSON.parse(Buffer.concat(output).toString('utf8')) as ChildAnswer) : { kind: 'stopped' }),
    );
    // A child that dies early closes its end; the close event tells the story, so the broken pipe need not.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}

function childArguments(limits: ChildLimits): string[] {
  return [
    `--max-old-space-size=${limits.childMemoryMegabytes}`,
    '--input-type=module',
    '--eval',
    CHILD_SOURCE,
    parserUrl(),
    String(limits.rows),
    String(limits.columns),
  ];
}

/** From where this module stands, then from where the process was started: a build may stand outside the packages' reach. */
function parserUrl(): string {
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json')).href]) {
    try {
      return pathToFileURL(createRequire(from).resolve('hucre/xlsx')).href;
    } catch {
      // Try the next place.
    }
  }
  throw new Error('The workbook parser is not installed');
}
