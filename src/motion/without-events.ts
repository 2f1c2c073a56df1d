import type { Spec } from 'vega'

/** A part of a specification that may have signals. */
interface Scope {
  signals?: { on?: { events: unknown }[] }[]
  marks?: Scope[]
}

/** Takes what happens away from a specification: nobody clicks on a chart that is compiled, and no clock runs. What other signals bring about stays. */
export function withoutEvents(scope: Spec | Scope): void {
  const { signals = [], marks = [] } = scope as Scope
  for (const signal of signals) {
    const kept = signal.on?.filter(({ events }) => [events].flat().every(isOfSignals))
    if (kept?.length) signal.on = kept
    else delete signal.on
  }
  for (const mark of marks) withoutEvents(mark)
}

function isOfSignals(events: unknown): boolean {
  return typeof events === 'object' && events !== null && ('signal' in events || 'scale' in events)
}
