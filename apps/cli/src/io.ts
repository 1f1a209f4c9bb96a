/** All that a command touches of the world, so that a test can stand in for it. */
export interface Io {
  /** Throws when there is no such file. */
  readFile(path: string): Promise<Uint8Array>;
  readStandardInput(): Promise<Uint8Array>;
  /** Throws when there is no such file; `-` is standard input. */
  readStream(path: string): Promise<AsyncIterable<Uint8Array>>;
  writeFile(path: string, text: string): Promise<void>;
  /** `-` is standard output. Stops asking for more when nobody reads any longer. */
  writeStream(path: string, chunks: AsyncIterable<string>): Promise<void>;
  /** Whether anybody still reads it is not the command's business: its exit code says the same. */
  out(text: string): Promise<void>;
  err(text: string): Promise<void>;
}

/** Takes the arguments after the command's name; answers the exit code. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;
