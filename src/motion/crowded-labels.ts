import { itemWidth } from './measure-text.ts'
import { marksOf, numberOf, type SceneItem, type SceneMark } from './scenegraph.ts'

/** Least room between two labels, in em. */
const GAP = 0.5

/** Whether names that stand side by side below an axis run into each other. */
export function hasCrowdedLabels({ items }: SceneMark): boolean {
  return items.some((item) =>
    marksOf(item).some((mark) => (mark.role === 'axis' ? isCrowded(mark) : isGroup(mark) && hasCrowdedLabels(mark))),
  )
}

function isGroup({ marktype, role }: SceneMark): boolean {
  return marktype === 'group' && role !== 'legend' && role !== 'title'
}

function isCrowded(axis: SceneMark): boolean {
  return axis.items.some((item) => {
    if (item.orient !== 'bottom' && item.orient !== 'top') return false
    return labelsOf(item).some((labels) => overlap(labels))
  })
}

function labelsOf(item: SceneItem): SceneItem[][] {
  return marksOf(item).flatMap((mark) => {
    if (mark.role === 'axis-label') return [mark.items]
    return mark.items.flatMap((inner) => (inner.items ? labelsOf(inner) : []))
  })
}

/** Labels of amounts are thinned by Vega itself, and those that are turned have room. */
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
