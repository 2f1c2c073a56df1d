#!/usr/bin/env node
/** `countdown-story`, as its package installs it: what an older Node cannot read is not read before it has been told. */
const OLDEST = 22
const running = process.versions.node

if (Number.parseInt(running, 10) < OLDEST) {
  process.stderr.write(`found Node ${running}, expected Node ${OLDEST} or later: https://nodejs.org\n`)
  process.exitCode = 3
} else await import('./main.ts')
