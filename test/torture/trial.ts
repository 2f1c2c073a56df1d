import type { Arena, Ending, Version } from './arena.ts'

/** What a trial found. */
export interface Verdict {
  /** What went otherwise than it must; nothing when all is well. */
  wrong: string[]
  /** What happened in how many rounds, so that a trial that met nothing is not taken for one that met no fault. */
  met: string
}

/** Something bad that is done to builds for so many rounds. */
export type Trial = (arena: Arena, rounds: number) => Promise<Verdict>

/** The versions in turn, beginning with the one that is not in place. */
export const versionOf = (round: number): Version => (round % 2 === 0 ? 'new' : 'old')

/** An ending in a few words. */
export function described({ code, signal, took }: Ending): string {
  return `${signal ?? `code ${code}`} after ${Math.round(took)} ms`
}

/** Sends a signal to a process that may have ended. */
export function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended.
  }
}
