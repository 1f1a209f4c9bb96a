#!/usr/bin/env node
import { buildIfNeeded } from './build-if-needed.mjs';

buildIfNeeded();
