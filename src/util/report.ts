import { styleText } from 'node:util'

/** Where a build writes what it says; a parameter, so that tests read it. */
export interface Terminal {
  write(text: string): void
  /** Whether someone watches: then a line in progress is shown and overwritten, and colour is used. */
  interactive: boolean
}

/** Tells how a build goes: a line for each step with its time. */
export interface Report {
  /** Runs a step, tells it and how long it took, in s. */
  step<T>(name: string, work: () => Promise<T> | T): Promise<T>
  line(text: string): void
}

/** Makes the report of one build. Away from a terminal only finished steps are printed, without colour. */
export function createReport(terminal: Terminal, now: () => number = () => performance.now()): Report {
  const running = new Set<string>()
  const progress = () => {
    if (terminal.interactive) terminal.write(`\r\u001b[K${running.size > 0 ? `  ${[...running].join(', ')} …` : ''}`)
  }
  const line = (text: string) => {
    terminal.write(`${terminal.interactive ? '\r\u001b[K' : ''}${text}\n`)
    progress()
  }
  return {
    line,
    async step(name, work) {
      const start = now()
      running.add(name)
      progress()
      try {
        return await work()
      } finally {
        running.delete(name)
        line(`  ${name.padEnd(24)} ${dim(terminal, `${((now() - start) / 1000).toFixed(2)} s`)}`)
      }
    },
  }
}

function dim({ interactive }: Terminal, text: string): string {
  return interactive ? styleText('dim', text, { validateStream: false }) : text
}

/** A size for people: `1.2 MB`, `34 KB`, `512 B`. */
export function formatSize(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`
  return bytes >= 1e3 ? `${Math.round(bytes / 1e3)} KB` : `${bytes} B`
}
