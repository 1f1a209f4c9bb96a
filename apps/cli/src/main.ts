import { EXIT } from './exit.js';
import { processIo } from './process-io.js';
import { run } from './run.js';

try {
  process.exitCode = await run(process.argv.slice(2), processIo);
} catch (error) {
  // A bug: show all of it, and not as exit 1, "does not hold".
  console.error(error);
  process.exitCode = EXIT.bug;
}
