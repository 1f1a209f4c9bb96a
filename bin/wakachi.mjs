#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/apps/cli/src/main.js', import.meta.url);

if (!existsSync(main)) (await import('./build-if-needed.mjs')).buildIfNeeded();
await import(main.href);
