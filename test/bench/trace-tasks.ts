import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'

/** One task of a page's main thread, and what most of it was, longest first. */
export interface Task {
  /** Processor time in ms: what else the machine does meanwhile is not in it. */
  ms: number
  /** By the clock, in ms. */
  wall: number
  parts: readonly { name: string; ms: number }[]
}

/** An event of Chromium's trace; times in µs. */
export interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  /** Of the thread, in µs of processor time. */
  tdur?: number
  args?: { name?: string; data?: { url?: string } }
}

/** Parts of a task that are told. */
const MOST_PARTS = 4
/** A part that takes less, in ms, is not told. */
const LEAST = 1

/** Runs `work` and gives the tasks of the page's main thread meanwhile, longest first. */
export async function traceTasks(page: Page, work: () => Promise<void>): Promise<Task[]> {
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'] })
  await work()
  const bytes = await page.tracing.stop()
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: TraceEvent[] }
  return tasksOf(traceEvents)
}

/** The tasks of the busiest main thread of a trace, longest first. */
export function tasksOf(events: readonly TraceEvent[]): Task[] {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const threads = mains.map(({ pid, tid }) =>
    events.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid),
  )
  const [busiest = []] = threads.sort((a, b) => b.length - a.length)
  const tasks = busiest.filter(({ name }) => name === 'RunTask').sort((a, b) => duration(b) - duration(a))
  return tasks.map((task, index) => ({
    ms: duration(task),
    wall: (task.dur ?? 0) / 1000,
    parts: index === 0 ? partsOf(task, busiest) : [],
  }))
}

/** The events inside a task, those of one name together. */
function partsOf(task: TraceEvent, events: readonly TraceEvent[]): Task['parts'] {
  const times = new Map<string, number>()
  for (const event of events) {
    const isInside = event !== task && event.ts >= task.ts && event.ts + (event.dur ?? 0) <= task.ts + (task.dur ?? 0)
    if (isInside) times.set(event.name, (times.get(event.name) ?? 0) + duration(event))
  }
  return [...times]
    .map(([name, ms]) => ({ name, ms }))
    .filter(({ ms }) => ms >= LEAST)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, MOST_PARTS)
}

function duration({ dur = 0, tdur = dur }: TraceEvent): number {
  return tdur / 1000
}
