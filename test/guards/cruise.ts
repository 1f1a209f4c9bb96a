import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

export interface Breach {
  readonly rule: string;
  readonly severity: 'error' | 'warn' | 'info';
  readonly from: string;
  readonly to: string;
}

interface CruiseResult {
  readonly summary: { readonly violations: readonly { rule: { name: string; severity: Breach['severity'] }; from: string; to: string }[] };
}

/** The names of the rules that hold, from the configuration itself. */
export function ruleNames(): string[] {
  const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string }[] };
  return forbidden.map((rule) => rule.name);
}

/** What dependency-cruiser says of a tree under the project's own configuration. */
export async function cruise(tree: string): Promise<Breach[]> {
  const json = await run(tree, [CRUISER, '--config', CONFIG, '--output-type', 'json', 'apps', 'libs']);
  const { summary } = JSON.parse(json) as CruiseResult;
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, severity: rule.severity, from, to }));
}

/** Its exit code is the number of errors, so only an answer that isn't one counts as failure. */
function run(cwd: string, parameters: string[]): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, parameters, { cwd, env, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(`dependency-cruiser gave no answer: ${stderr || error?.message}`));
    });
  });
}
