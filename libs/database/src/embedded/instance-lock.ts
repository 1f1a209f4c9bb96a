import { readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual } from '@wakachi/kernel';
import { messages } from '../messages.js';

/** Another Wakachi of this folder is running. */
export class AlreadyRunning extends Error {
  readonly text: Bilingual;

  constructor(pid: number) {
    const text = messages('already-running', { pid });
    super(`${text.ja} / ${text.en}`);
    this.text = text;
  }
}

/** One process per home folder; what a killed one left is taken over. Returns how to let go. Throws AlreadyRunning. */
export async function lockInstance(home: string): Promise<() => Promise<void>> {
  const file = join(home, 'instance.pid');
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => unlink(file).catch(() => undefined);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = Number(await readFile(file, 'utf8').catch(() => '0'));
      if (pid > 0 && pid !== process.pid && isAlive(pid)) throw new AlreadyRunning(pid);
      await unlink(file).catch(() => undefined);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
