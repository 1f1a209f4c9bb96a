import type { Io } from '../src/io.js';

/** A world in memory: files by path, standard input under "-". */
export function world(files: Record<string, string | Uint8Array> = {}) {
  const written: Record<string, string> = {};
  const said = { out: '', err: '' };
  const read = async (path: string) => {
    const content = written[path] ?? files[path];
    if (content === undefined) throw new Error('ENOENT');
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  async function* inPieces(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
  }
  const io: Io = {
    readFile: read,
    readStandardInput: () => read('-'),
    readStream: async (path) => inPieces(await read(path)),
    writeFile: async (path, text) => {
      if (path.startsWith('/forbidden/')) throw new Error('EACCES');
      written[path] = text;
    },
    writeStream: async (path, chunks) => {
      written[path] = '';
      for await (const chunk of chunks) written[path] += chunk;
    },
    out: async (text) => {
      said.out += text;
    },
    err: async (text) => {
      said.err += text;
    },
  };
  return { io, written, said };
}
