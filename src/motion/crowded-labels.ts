import type { Spec } from 'vega'
import { itemWidth } from './measure-text.ts'
import { marksOf, numberOf, type SceneItem, type SceneMark } from './scenegraph.ts'

/** Least room between two labels, in em. */
const GAP = 0.5

/** Whether names that stand side by side below an axis run into each other; `scales` are those of names, `axis` what the mark is a part of. */
export function hasCrowdedLabels({ role = '', items }: SceneMark, scales: ReadonlySet<unknown>, axis?: SceneItem): boolean {
  if (role === 'legend' || role === 'title') return false
  if (role === 'axis-label' && axis)
    return (axis.orient === 'bottom' || axis.orient === 'top') && scales.has(axis.datum?.scale) && overlap(items)
  return items.some((item) => {
    const inner = item.items ? marksOf(item) : []
    return inner.some((mark) => hasCrowdedLabels(mark, scales, role === 'axis' ? item : axis))
  })
}

/** How long the longest legend at some sides of a chart is along a direction, in px. */
export function longestLegend({ items }: SceneMark, sides: readonly unknown[], along: 'x' | 'y'): number {
  const legends = items.flatMap((item) => marksOf(item)).filter(({ role }) => role === 'legend')
  const there = legends.flatMap((mark) => mark.items).filter(({ orient }) => sides.includes(orient))
  return Math.max(0, ...there.map(({ bounds }) => Object(bounds)[`${along}2`] - Object(bounds)[`${along}1`]))
}

/** Those that are turned have room. */
function overlap(labels: readonly SceneItem[]): boolean {
  const seen = labels.filter((label) => label.opacity !== 0 && !label.angle)
  const ordered = seen.toSorted((a, b) => numberOf(a, 'x') - numberOf(b, 'x'))
  return ordered.some((label, index) => {
    const next = ordered[index + 1]
    if (!next) return false
    const room = numberOf(next, 'x') - numberOf(label, 'x')
    return (widthOf(label) + widthOf(next)) / 2 + GAP * numberOf(label, 'fontSize', 10) > room
  })
}

function widthOf(label: SceneItem): number {
  const lines = [label.text ?? ''].flat().map(String)
  return Math.max(...lines.map((line) => itemWidth(label, line)))
}

/** A part of a specification that may have scales. */
interface Scope {
  scales?: { name: string; type?: string }[]
  marks?: Scope[]
}

/** Scales of names, by name, at any depth of a specification; labels of amounts are thinned by Vega itself. */
export function scalesOfNames(scope: Spec | Scope): Set<unknown> {
  const { scales = [], marks = [] } = scope as Scope
  const own = scales.flatMap(({ name, type }) => (type === 'band' || type === 'point' ? [name] : []))
  return new Set([...own, ...marks.flatMap((mark) => [...scalesOfNames(mark)])])
}
