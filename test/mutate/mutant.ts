import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

/* Which mutant of an instrumented program is awake, in this process and in all that it starts (they import this file, too). */

/** A loop that asks so often, as a mutant, does not end. */
const ENDLESS = 3_000_000

declare global {
  var mutant: ((number: number) => boolean) | undefined
}

const NUMBER = 'COUNTDOWN_MUTANT'
let current = Number(process.env[NUMBER] ?? -1)
let asked = 0
let reached = new Set<number>()
let childLog = ''

/** Lets mutants be asked for from now on. Where `log` is given, mutants that child processes reach are read from beside it. */
export function watchMutants(log: string): void {
  childLog = `${log}.children`
  globalThis.mutant = (number) => {
    reached.add(number)
    if (number !== current) return false
    if (asked++ > ENDLESS) throw new Error('this mutant does not end')
    return true
  }
}

/** The mutants that were reached since this was last asked. */
export function seen(): Set<number> {
  const children = existsSync(childLog) ? readFileSync(childLog, 'utf8').split('\n').filter(Boolean).map(Number) : []
  if (children.length > 0) writeFileSync(childLog, '')
  const all = new Set([...reached, ...children])
  reached = new Set()
  return all
}

export function awake(mutant: number | undefined): void {
  current = mutant ?? -1
  asked = 0
  if (mutant === undefined) delete process.env[NUMBER]
  else process.env[NUMBER] = String(mutant)
}

// In a process that a test has started.
if (process.env.COUNTDOWN_MUTANT_CHILD === 'true' && process.env.COUNTDOWN_MUTANTS) {
  watchMutants('')
  process.on('exit', () => {
    for (const number of reached) appendFileSync(`${process.env.COUNTDOWN_MUTANTS}.children`, `${number}\n`)
  })
}
