import { type Box, boxOf, colour, type Drawing, type RuleRow } from 'countdown-story/charts'

/** Room, in px, that a line leaves on both sides of a text. */
const GAP = 5

/** Cuts the gridlines of a drawing where its texts stand, so that no line runs through words. */
export function clearLines(drawing: Drawing): Drawing {
  const holes = (drawing.texts ?? []).map(boxOf)
  const cut = (rule: RuleRow) => (rule.stroke === colour.faint ? pieces(rule, holes) : [rule])
  return { ...drawing, rules: (drawing.rules ?? []).flatMap(cut) }
}

/** What is left of an upright or level line; the first piece keeps its key. */
function pieces(rule: RuleRow, holes: readonly Box[]): RuleRow[] {
  const isLevel = rule.y === rule.y2
  const gaps = holes
    .filter(({ left, right, top, bottom }) => (isLevel ? top < rule.y && rule.y < bottom : left < rule.x && rule.x < right))
    .map(({ left, right, top, bottom }) => (isLevel ? [left - GAP, right + GAP] : [top - GAP, bottom + GAP]))
  const [from, to] = isLevel ? [rule.x, rule.x2] : [rule.y, rule.y2]
  return spansOutside([Math.min(from, to), Math.max(from, to)], gaps).map(([start, end], i) => ({
    ...rule,
    key: i === 0 ? rule.key : `${rule.key}~${i}`,
    ...(isLevel ? { x: start, x2: end } : { y: start, y2: end }),
  }))
}

function spansOutside(whole: [number, number], gaps: readonly number[][]): [number, number][] {
  return gaps.reduce<[number, number][]>(
    (spans, [start = 0, end = 0]) =>
      spans.flatMap(([from, to]) => {
        if (end <= from || start >= to) return [[from, to]]
        const left: [number, number][] = [
          [from, start],
          [end, to],
        ]
        return left.filter(([a, b]) => b > a)
      }),
    [whole],
  )
}
