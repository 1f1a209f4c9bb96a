import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './cruise.js';

const PACKAGES = ['typeorm', 'pg', '@nestjs/common', 'bullmq', 'ioredis'];
/** Files that planted imports point at; none of them imports anything. */
const TARGETS = [
  'libs/donations/src/inner.ts',
  'libs/drawer/src/index.ts',
  'libs/exchange/test/zip.ts',
  'libs/groups/src/groups.spec.ts',
  'libs/groups/src/register/index.ts',
  'libs/matching/src/problem/parse-problem.ts',
  'libs/matching/src/problem/problem.ts',
  'libs/matching/src/report/survey.ts',
  'libs/matching/src/solution/solution.ts',
  'libs/matching/src/text/reason-text.ts',
  'libs/matching/src/verify/verify-solution.ts',
  'apps/api/src/main.ts',
  'apps/cli/src/main.ts',
  'apps/worker/src/main.ts',
  'test/harness/harness.ts',
];

/** A small tree with a door for each real lib, and the given files, each with its one import. */
export async function plantTree(files: ReadonlyMap<string, string>): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'wakachi-planted-'));
  const libs = (await readdir(join(ROOT, 'libs'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  await write('package.json', '{ "type": "module" }');
  await write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        moduleResolution: 'nodenext',
        target: 'ES2023',
        paths: { '@wakachi/*': ['./libs/*/src/index.ts'] },
      },
    }),
  );
  for (const name of PACKAGES) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', exports: './index.js' }));
    await write(`node_modules/${name}/index.js`, 'export const thing = 1;\n');
  }
  for (const file of [...libs.map((lib) => `libs/${lib}/src/index.ts`), ...TARGETS])
    await write(file, 'export const thing = 1;\nexport type Thing = 1;\n');
  for (const [file, statement] of files) await write(file, `${statement}\nexport const user = 1;\n`);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
