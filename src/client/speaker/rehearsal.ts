import { openDialog } from '../ui/dialog.ts'
import { find } from '../ui/dom.ts'
import { recall, remember } from '../ui/memory.ts'

interface Noted {
  /** By slide, in ms. */
  needed: number[]
  /** The slide that is on, and since when. */
  current: number
  since: number
}

const KEY = 'rehearsal'

/** Notes how long each slide was on, which outlives a reload of the window. `acts` are the ids of the slides' acts, in order. */
export function createRehearsal(acts: readonly string[]) {
  const saved = recall(KEY, 'sessionStorage')
  let noted = saved ? (JSON.parse(saved) as Noted) : undefined
  let last = { index: 0, elapsed: 0 }
  const save = () => remember(KEY, noted ? JSON.stringify(noted) : '', 'sessionStorage')
  const note = (elapsed: number) => {
    if (!noted) return
    noted.needed[noted.current] = (noted.needed[noted.current] ?? 0) + Math.max(elapsed - noted.since, 0)
    noted.since = elapsed
  }
  return {
    get isOn() {
      return noted !== undefined
    },
    /** A slide is on from this time of the talk on, in ms. */
    show(index: number, elapsed: number) {
      last = { index, elapsed }
      if (noted?.current === index) return
      note(elapsed)
      if (noted) noted.current = index
      save()
    },
    /** Forgets what was noted, and notes from now on. */
    start() {
      noted = { needed: acts.map(() => 0), current: last.index, since: 0 }
      save()
    },
    /** Ends it, and writes what each act needed, as `deck.ts` takes it. */
    stop(elapsed: number) {
      note(elapsed)
      if (noted) write(minutesByAct(noted.needed, acts))
      noted = undefined
      save()
    },
  }
}

/** Minutes that each act needed, to a tenth, in the order in which they are told; what was not told is left out. */
export function minutesByAct(needed: readonly number[], acts: readonly string[]): [act: string, minutes: number][] {
  return [...new Set(acts)].flatMap((act): [string, number][] => {
    const sum = needed.reduce((total, ms, index) => total + (acts[index] === act ? ms : 0), 0)
    return sum > 0 ? [[act, Math.max(Math.round(sum / 6000), 1) / 10]] : []
  })
}

function write(minutes: readonly [act: string, minutes: number][]): void {
  find('#needed').textContent = minutes.map(([act, needed]) => `{ id: '${act}', minutes: ${needed}, …`).join('\n')
  openDialog(find('#rehearsal'))
}
