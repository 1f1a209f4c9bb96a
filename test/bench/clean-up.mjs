const pending = [];

/** Runs `work` and then `undo`, whatever happens to either; an interrupted bench undoes everything that is open. */
export async function withCleanUp(undo, work) {
  pending.push(undo);
  try {
    return await work();
  } finally {
    pending.splice(pending.indexOf(undo), 1);
    await undo();
  }
}

/** The embedded server is in a session of its own: nobody else would stop it after a Ctrl-C. */
export function cleanUpWhenInterrupted() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      for (const undo of pending.splice(0).reverse()) await undo().catch((error) => console.error(error));
      process.exit(130);
    });
  }
}
