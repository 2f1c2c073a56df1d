import type { Spec } from 'vega'
import { type Animation, frameTest } from './animation.ts'

/** Transforms, as far as they are read here. */
interface Step {
  type: string
  expr?: string
  groupby?: unknown[]
}

/** A data set, as far as it is read here. */
interface DataSet {
  name: string
  source?: string | string[]
  transform?: Step[]
}

/** A mark, as far as it is read here. */
interface Marks {
  from?: { data?: string; facet?: { data?: string } }
  marks?: Marks[]
}

/** What the rows of the value that is shown are called. */
const SHOWN = '_shown'

/**
 * Lets scales see the rows of all values, so that they stay while the marks move, as Vega-Lite does: the filter by the value comes last,
 * and only marks read what it leaves. Gives the names of data sets with the rows of all values.
 */
export function keepScales(spec: Spec, { field }: Animation): string[] {
  const test = frameTest(field)
  const sets = (spec.data ?? []) as unknown as DataSet[]
  const isFrame = ({ type, expr }: Step) => type === 'filter' && expr === test
  const whole = new Set<string>()
  const shown: DataSet[] = []
  for (const set of sets) {
    const { transform = [] } = set
    const filtered = transform.some(isFrame)
    if (!filtered && ![set.source ?? []].flat().some((name) => whole.has(name))) continue
    const after = transform.slice(transform.findIndex(isFrame) + 1)
    // What sums up all rows would sum up those of all values.
    if (after.some(({ type, groupby = [] }) => type === 'aggregate' && !groupby.includes(field))) continue
    set.transform = transform.filter((each) => !isFrame(each)).map((each) => byValue(each, field))
    whole.add(set.name)
    shown.push({ name: set.name + SHOWN, source: set.name, transform: [{ type: 'filter', expr: test }] })
  }
  sets.push(...shown)
  readShown(spec as unknown as Marks, whole)
  return [...whole]
}

/** What is stacked, is stacked value by value. */
function byValue(step: Step, field: string): Step {
  return step.type === 'stack' ? { ...step, groupby: [...(step.groupby ?? []), field] } : step
}

function readShown({ marks = [] }: Marks, whole: ReadonlySet<string>): void {
  for (const mark of marks) {
    const { from } = mark
    if (from?.data !== undefined && whole.has(from.data)) from.data += SHOWN
    if (from?.facet?.data !== undefined && whole.has(from.facet.data)) from.facet.data += SHOWN
    readShown(mark, whole)
  }
}
