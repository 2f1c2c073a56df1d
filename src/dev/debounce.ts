/** What has been told and not been taken yet, and the wait for it. */
export interface Alarm {
  tell(path: string): void
  /** Whether anything has been told that was not taken. */
  isRinging(): boolean
  /** All that was told since the last time. */
  take(): string[]
  /** Resolves when something is told, or after `most` ms. */
  wait(most: number): Promise<void>
  /** Resolves when nothing more has been told for a moment. */
  quiet(): Promise<void>
}

/** All times in ms. One save is two or three events; a branch switch is hundreds. */
const QUIET = { moment: 8, most: 60 }
const QUIET_OF_MANY = { moment: 120, most: 1500 }
const MANY = 4

/** Starts silent. */
export function createAlarm(): Alarm {
  const told = new Set<string>()
  let wake = () => {}
  const wait = (most: number) =>
    new Promise<void>((resume) => {
      const timer = setTimeout(resume, most)
      wake = () => {
        clearTimeout(timer)
        resume()
      }
    })
  return {
    tell(path) {
      told.add(path)
      wake()
    },
    isRinging: () => told.size > 0,
    take() {
      const taken = [...told]
      told.clear()
      return taken
    },
    wait,
    async quiet() {
      const begun = performance.now()
      for (;;) {
        const at = performance.now()
        const { moment, most } = told.size > MANY ? QUIET_OF_MANY : QUIET
        await wait(moment)
        const now = performance.now()
        if (now - begun > most || now - at >= moment - 1) return
      }
    },
  }
}
