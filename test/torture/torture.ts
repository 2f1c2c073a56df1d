import { join } from 'node:path'
import { Arena } from './arena.ts'
import { browsers } from './browsers.ts'
import { disks } from './disks.ts'
import { kills, signals } from './kills.ts'
import { pairs } from './pairs.ts'
import type { Trial } from './trial.ts'

const TRIALS: Readonly<Record<string, { trial: Trial; rounds: number }>> = {
  'builds ended by kill -9': { trial: kills, rounds: 100 },
  'builds told to end': { trial: signals, rounds: 30 },
  'disks that are full at different points': { trial: disks, rounds: 20 },
  'two builds at once': { trial: pairs, rounds: 50 },
  'browsers killed at random moments': { trial: browsers, rounds: 20 },
}

// `npm run torture`; with a factor for the rounds and arguments for the builds: `npm run torture -- 0.1 examples/other --only deck`.
const [, , factor = '1', ...args] = process.argv
if (!(Number(factor) > 0))
  throw new Error(`found \`${factor}\`, expected how much of it to do, such as 1 or 0.1, then a deck's folder and flags`)
const arena = new Arena(...(args.length > 0 ? args : [join(import.meta.dirname, '../..')]))
for (const [name, { trial, rounds }] of Object.entries(TRIALS)) {
  const begun = performance.now()
  const count = Math.max(1, Math.round(rounds * Number(factor)))
  const { wrong, met } = await trial(arena, count)
  const seconds = Math.round((performance.now() - begun) / 1000)
  process.stdout.write(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${name}: ${count} rounds, ${met}; ${seconds} s\n`)
  for (const what of wrong) process.stdout.write(`     ${what}\n`)
  if (wrong.length > 0) process.exitCode = 1
}
arena.remove()
