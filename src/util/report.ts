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
  /** Tells how far a step is, and for how long it may go on; away from a terminal at each quarter.  */
  progress?(name: string, done: number, total: number): void
}

/** Makes the report of one build. Away from a terminal only finished steps are printed, without colour. */
export function createReport(terminal: Terminal, now: () => number = () => performance.now()): Report {
  const running = new Set<string>()
  const far = new Map<string, { start: number; quarter: number; text: string }>()
  const redraw = () => {
    if (terminal.interactive)
      terminal.write(
        `\r\u001b[K${running.size > 0 ? `  ${[...running].map((name) => far.get(name)?.text ?? name).join(', ')} …` : ''}`,
      )
  }
  const line = (text: string) => {
    terminal.write(`${terminal.interactive ? '\r\u001b[K' : ''}${text}\n`)
    redraw()
  }
  return {
    line,
    progress(name, done, total) {
      const { start, quarter } = far.get(name) ?? { start: now(), quarter: 0 }
      const left = ((now() - start) * (total - done)) / Math.max(done, 1) / 1000
      const text = `${name} ${Math.round((done / total) * 100)} %${done > 0 ? `, about ${Math.ceil(left)} s left` : ''}`
      const next = Math.floor((done / total) * 4)
      far.set(name, { start, quarter: next, text })
      if (terminal.interactive) redraw()
      else if (next > quarter && done < total) line(`  ${text}`)
    },
    async step(name, work) {
      const start = now()
      running.add(name)
      redraw()
      try {
        return await work()
      } finally {
        running.delete(name)
        far.delete(name)
        line(`  ${name.padEnd(24)} ${dim(terminal, `${((now() - start) / 1000).toFixed(2)} s`)}`)
      }
    },
  }
}

/** Says nothing: for what is made a second time, and by programs. */
export const silent: Report = createReport({ write: () => undefined, interactive: false })

function dim({ interactive }: Terminal, text: string): string {
  return interactive ? styleText('dim', text, { validateStream: false }) : text
}

/** A size for people: `1.2 MB`, `34 KB`, `512 B`. */
export function formatSize(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`
  return bytes >= 1e3 ? `${Math.round(bytes / 1e3)} KB` : `${bytes} B`
}
