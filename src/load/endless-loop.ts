import { type Profiler, Session } from 'node:inspector'
import { RunawayCode, withTimeout } from '../util/with-timeout.ts'

/** In ms. */
const WATCHED = 1000

/**
 * Does work that took too long once more, for `watched` ms, and watches where it spends it: V8 ends code without saying where that
 * was. Notes the place in the error's stack. The work must evaluate `code` anew as `deck.cjs`; of functions that V8 has optimized
 * already it no longer knows the lines.
 */
export function noteLoop(error: RunawayCode, work: () => unknown, code: string, watched = WATCHED): void {
  const line = busiestLine(watch(work, watched))
  if (line === undefined) return
  const column = (code.split('\n')[line - 1] ?? '').search(/\S/) + 1
  error.stack = `RunawayCode: ${error.message}\n    at loop (deck.cjs:${line}:${column})`
}

/** Undefined when the work comes to an end this time. */
function watch(work: () => unknown, watched: number): Profiler.Profile | undefined {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.start')
  let isEndless = false
  try {
    withTimeout(work, watched)
  } catch (error) {
    isEndless = error instanceof RunawayCode
  }
  const profile = stop(session)
  return isEndless ? profile : undefined
}

function stop(session: Session): Profiler.Profile | undefined {
  let profile: Profiler.Profile | undefined
  // Within one thread this is done at once.
  session.post('Profiler.stop', (_, result) => {
    profile = result?.profile
  })
  session.disconnect()
  return profile
}

/** The line of the bundle where most of the time went. */
function busiestLine(profile: Profiler.Profile | undefined): number | undefined {
  const ticks = (profile?.nodes ?? [])
    .filter(({ callFrame }) => callFrame.url.endsWith('deck.cjs'))
    .flatMap(({ positionTicks }) => positionTicks ?? [])
  return ticks.toSorted((a, b) => b.ticks - a.ticks)[0]?.line
}
