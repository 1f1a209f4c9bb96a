import { fileURLToPath } from 'node:url';

/** From dist/apps/standalone/src/host/. */
export const projectRoot = fileURLToPath(new URL('../../../../../', import.meta.url));
