#!/usr/bin/env node
import { buildIfNeeded } from './build-if-needed.mjs';

const app = process.argv[2] ?? 'standalone';
process.argv.splice(2, 1);
buildIfNeeded();
await import(new URL(`../dist/apps/${app}/src/main.js`, import.meta.url).href);
