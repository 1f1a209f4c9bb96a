const pending = [];

/** Runs `work` and then `undo`, whatever happens to either; an interrupted bench undoes everything that is open. */
export async function withCleanUp(undo, work) {
  let undone;
  const undoOnce = () => (undone ??= undo());
  pending.push(undoOnce);
  try {
    return await work();
  } finally {
    pending.splice(pending.indexOf(undoOnce), 1);
    await undoOnce();
  }
}

/** The embedded server is in a session of its own: nobody else would stop it after a Ctrl-C. */
export function cleanUpWhenInterrupted() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      for (const undo of [...pending].reverse()) await undo().catch((error) => console.error(error));
      process.exit(130);
    });
  }
}
