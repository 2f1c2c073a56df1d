import type { Arena, During, Ending, References } from './arena.ts'
import { described, signalIfAlive, type Trial, type Verdict, versionOf } from './trial.ts'

const CODES: Readonly<Record<string, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

/** `kill -9` at random moments; every second one is aimed at the moments in which the output folder is written. */
export const kills: Trial = (arena, rounds) => interrupt(arena, rounds, () => 'SIGKILL')

/** Ctrl-C, a closed terminal and the system's shutdown at random moments, some of them while the output folder is written. */
export const signals: Trial = (arena, rounds) =>
  interrupt(arena, rounds, (round) => (['SIGINT', 'SIGTERM', 'SIGHUP'] as const)[round % 3] ?? 'SIGINT')

async function interrupt(arena: Arena, rounds: number, signalOf: (round: number) => NodeJS.Signals): Promise<Verdict> {
  const wrong: string[] = []
  const references = await arena.references()
  let ended = 0
  let half = 0
  let between = 0
  for (let round = 0; round < rounds; round++) {
    const signal = signalOf(round)
    // What a killed build could not clear away stays until the next one publishes; it is not this build's doing.
    const before = arena.leftovers()
    const { during, moment } = round % 2 === 0 ? whilePublishing(arena, signal, references) : atRandom(signal, references)
    const ending = await arena.build(versionOf(round >> 1), during)
    await arena.quiet()
    const left = arena.leftovers().filter((what) => !before.includes(what))
    if (ending.code !== 0) ended++
    if (left.some((what) => what.includes('.stage-'))) half++
    if (arena.hash() === 'none') {
      between++
      await arena.repair()
    }
    const name = `round ${round}, ${signal} ${moment} (${described(ending)})`
    wrong.push(...faults(arena, references, ending, signal, left).map((fault) => `${name}: ${fault}`))
  }
  await arena.build('old')
  if (arena.hash() !== references.hashes.old) wrong.push('the last build is not as it should be')
  if (arena.leftovers().length > 0) wrong.push(`left in the end: ${arena.leftovers().join(', ')}`)
  return { wrong, met: `${ended} ended early, ${half} of them with the new folder half written, ${between} between two folders` }
}

function atRandom(signal: NodeJS.Signals, { took }: References): { during: During; moment: string } {
  const moment = Math.random() * took
  const during: During = (pid) => {
    const timer = setTimeout(() => signalIfAlive(pid, signal), moment)
    return () => clearTimeout(timer)
  }
  return { during, moment: `after ${Math.round(moment)} ms` }
}

function whilePublishing(arena: Arena, signal: NodeJS.Signals, { publishing }: References): { during: During; moment: string } {
  const moment = Math.random() * publishing
  const during: During = (pid) => {
    const timer = setInterval(() => {
      if (!arena.isPublishing()) return
      clearInterval(timer)
      setTimeout(() => signalIfAlive(pid, signal), moment)
    }, 1)
    return () => clearInterval(timer)
  }
  return { during, moment: `${Math.round(moment)} ms into publishing` }
}

function faults(arena: Arena, { hashes }: References, ending: Ending, signal: NodeJS.Signals, left: readonly string[]): string[] {
  const found: string[] = []
  if (!Object.values(hashes).includes(arena.hash())) found.push('the folder is neither old nor new')
  // A signal in the first moments, before anything is started, ends Node as it always does.
  const asExpected = ending.signal === signal || ending.code === CODES[signal] || ending.code === 0
  if (!asExpected) found.push(`ended otherwise: ${ending.said.slice(-300)}`)
  // Nobody can tidy up after a `kill -9`, but for the processes, which must notice.
  const avoidable = left.filter((what) => signal !== 'SIGKILL' || what.startsWith('process'))
  if (avoidable.length > 0) found.push(`left ${avoidable.join(', ')}`)
  return found
}
