import type { Mark, RectMark, StageState } from '../story/mark.ts'
import { type OutlineCommand, outlineText } from './outline.ts'

/** Fewer in a row are left as they are. */
const FEW = 4

/** Decimals that a rectangle has at most. */
const DECIMALS = 3

/** The same picture with fewer elements: rectangles that follow one another and look alike are one outline. Keys are numbers then. */
export function joinRects(state: StageState): StageState {
  return { ...state, marks: new Map(joined(state.marks.values()).map((mark, index) => [String(index), mark])) }
}

function joined(marks: Iterable<Mark>): Mark[] {
  const all: Mark[] = []
  let run: RectMark[] = []
  const close = () => {
    all.push(...(run.length < FEW ? run : [outlineOf(run)]))
    run = []
  }
  for (const mark of marks) {
    const [first] = run
    if (first && !(isPlain(mark) && isAlike(first, mark))) close()
    if (isPlain(mark)) run.push(mark)
    else all.push(mark)
  }
  close()
  return all
}

/** What lies on another of its kind would be seen through it. */
function isPlain(mark: Mark): mark is RectMark {
  const { kind, stroke, opacity, fillOpacity } = mark
  return kind === 'rect' && !mark.radius && (stroke ?? opacity ?? fillOpacity) === undefined
}

function isAlike(a: RectMark, b: RectMark): boolean {
  return a.fill === b.fill && a.clip === b.clip && a.blend === b.blend
}

function outlineOf(run: readonly RectMark[]): Mark {
  const commands = run.flatMap(({ x, y, width, height }): OutlineCommand[] => [
    ['m', x, y],
    ['l', x + width, y],
    ['l', x + width, y + height],
    ['l', x, y + height],
    ['z'],
  ])
  const { fill, clip, blend } = run[0] as RectMark
  const paint = Object.entries({ fill, clip, blend }).filter(([, value]) => value !== undefined)
  // Straight edges need one number each.
  const d = outlineText(commands, DECIMALS).replace(/l([\d.]+) 0 0 ([\d.]+)-[\d.]+ 0z/g, 'h$1v$2h-$1z')
  return { kind: 'path', x: 0, y: 0, d, ...Object.fromEntries(paint) }
}
