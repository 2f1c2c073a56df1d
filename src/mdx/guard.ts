/**
 * What compiled slides call, so that an expression that would render to nothing is a diagnostic with a location.
 * This module runs inside the deck's bundle, once for each deck.
 */

import type { SlideChart } from '../story/slide-chart.ts'
import type { QuotedFigure } from '../story/story.ts'
import type { Diagnostic } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'

/** `[file, line, column, source text]` of an expression. */
type At = readonly [file: string, line: number, column: number, text: string]

/** Thrown after a diagnostic was noted, to leave the expression. */
class Noted extends Error {}

/** Charts are handed over by `<Chart>`; figures are the numbers that a slide says. */
const nothing = () => ({ diagnostics: [] as Diagnostic[], charts: [] as SlideChart[], figures: [] as QuotedFigure[] })

/** What was noted since the slide that is being rendered began. */
export let noted = nothing()

/** Begins with the next slide. */
export function beginSlide(): void {
  noted = nothing()
}

/** Notes a diagnostic without a location of its own; components call it for wrong props. */
export function note(diagnostic: Diagnostic): void {
  noted.diagnostics.push(diagnostic)
}

/** Takes a chart of the slide that is being rendered; returns its number among those in the text. */
export function handOver(chart: SlideChart): number {
  noted.charts.push(chart)
  return noted.charts.filter(({ inline }) => inline).length - 1
}

function noteFigure(result: unknown, [file, line, column, formula]: At): void {
  if ((typeof result === 'string' || typeof result === 'number') && /\d/.test(`${result}`))
    noted.figures.push({ value: `${result}`.replace(/[\u2068\u2069]/g, ''), formula, file, line, column })
}

function noteAt([file, line, column]: At, message: string): void {
  noted.diagnostics.push({ location: { file, line, column }, message })
}

function noteFailure(at: At, error: unknown): void {
  if (error instanceof Noted) return
  const isUnknown = error instanceof ReferenceError ? '; import it, or write `\\{` for a brace' : ''
  noteAt(at, `\`${at[3]}\` failed: ${error instanceof Error ? error.message : String(error)}${isUnknown}`)
}

/** Reads a property that must exist: `{figures.totla}` names the nearest known one. */
export function get(object: unknown, key: string | number, at: At): unknown {
  if (object === undefined || object === null) {
    noteAt(at, `\`${at[3]}\`: found ${object} before \`.${key}\`, expected an object`)
    throw new Noted()
  }
  if (!(key in Object(object))) {
    noteAt(at, `\`${at[3]}\`: \`${key}\` is unknown; ${suggest(String(key), Object.keys(Object(object)))}`)
    throw new Noted()
  }
  return Reflect.get(Object(object), key, object)
}

/** Evaluates an expression that must render to something. */
export function value(evaluate: () => unknown, at: At): unknown {
  try {
    const result = evaluate()
    const nothing = unrenderable(result)
    if (nothing === undefined) {
      noteFigure(result, at)
      return result
    }
    noteAt(at, `\`${at[3]}\` renders to ${nothing}; expected text, a number or an element`)
  } catch (error) {
    noteFailure(at, error)
  }
  return ''
}

/** Evaluates a component's property, which may be any value but a missing one. */
export function property(evaluate: () => unknown, at: At): unknown {
  try {
    const result = evaluate()
    if (result !== undefined && !Number.isNaN(result)) return result
    noteAt(at, `\`${at[3]}\` is ${String(result)}; expected a value for the property`)
  } catch (error) {
    noteFailure(at, error)
  }
  return undefined
}

/** A slide does not wait. What becomes of the promise is nobody's business then, and its failure must not end the build. */
function unawaited(promise: Promise<unknown>): string {
  promise.catch(() => {})
  return 'a promise, which no slide waits for'
}

/** Names a result that would leave a hole in the sentence; undefined when it renders. `false` is a deliberate nothing. */
function unrenderable(result: unknown): string | undefined {
  if (result === undefined || result === null) return String(result)
  if (typeof result === 'number') return Number.isFinite(result) ? undefined : String(result)
  if (typeof result === 'string') return result.isWellFormed() ? undefined : 'half of a character'
  if (typeof result === 'bigint' || result === false) return undefined
  if (Array.isArray(result)) return result.map(unrenderable).find((name) => name !== undefined)
  if (result instanceof Promise) return unawaited(result)
  if (typeof result === 'object' && 'type' in result && 'props' in result) return undefined
  return typeof result === 'object' ? 'an object' : `a ${typeof result}`
}
