import type { Mark } from '../story/mark.ts'
import { entranceOf } from './entrance.ts'
import { isGuide, itemKey, type Naming, nameMark } from './keys.ts'
import { isSeen } from './paint.ts'
import { round } from './round.ts'
import { isNested, itemsOf, marksOf, numberOf, type SceneItem, type SceneMark } from './scenegraph.ts'
import { carried, hasRoundCorners, shapeMarks } from './shapes.ts'
import type { SpecMark } from './vegaSpec.ts'

/** A rectangle in px. */
interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where the walk is: the enclosing group's offset, clip and names. */
interface Place {
  x: number
  y: number
  clip?: Box
  /** Names of the enclosing facets, joined. */
  prefix: string
  /** Name of the enclosing axis, legend or title. */
  guide: string
}

/** What a walk needs to know of its chart. */
export interface Walk {
  chart: string
  specs: ReadonlyMap<string, SpecMark>
  /** Told of every mistake, in words that follow the chart's name. */
  report(message: string): void
  /** Sees every mark that draws data. */
  visit?(mark: SceneMark): void
  /** How many rows a mark is drawn from, where that can be known. */
  rowsOf?(spec: SpecMark): number | undefined
}

/** Flattens Vega's scenegraph into marks with absolute coordinates, by key, in drawing order. */
export function walkScene(root: SceneMark, origin: { x: number; y: number }, walk: Walk): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  walkMark(root, { ...origin, prefix: '', guide: '' }, walk, marks)
  return marks
}

function walkMark(mark: SceneMark, place: Place, walk: Walk, marks: Map<string, Mark>): void {
  const spec = walk.specs.get(mark.name ?? '')
  if (spec) walk.visit?.(mark)
  const naming = nameMark(mark, spec, walk.chart, place.guide)
  if (!carried.includes(mark.marktype)) {
    walk.report(
      `mark \`${naming.name}\` is of type ${mark.marktype}, which the stage cannot carry; use one of ${carried.join(', ')}`,
    )
    return
  }
  const rows = spec?.key === undefined ? undefined : walk.rowsOf?.(spec)
  if (rows !== undefined && rows !== mark.items.length) {
    walk.report(
      `mark \`${naming.name}\` draws ${rows} rows as ${mark.items.length} items, since some share a key; \`encoding.key\` must tell all rows apart`,
    )
  }
  const items = isNested(mark.marktype) ? mark.items.slice(0, 1) : itemsOf(mark)
  if (items.length > 1 && !naming.keyOf) {
    walk.report(`mark \`${naming.name}\` draws several items that cannot be told apart; give it \`encoding.key\``)
    return
  }
  const inside = mark.clip ? withClip(place, boxOf(mark.group, place.x, place.y), walk, mark) : place
  for (const item of items) walkItem(item, naming, spec, inside, walk, marks)
}

function walkItem(
  item: SceneItem,
  naming: Naming,
  spec: SpecMark | undefined,
  place: Place,
  walk: Walk,
  marks: Map<string, Mark>,
): void {
  const key = place.prefix + itemKey(naming, item, place.guide !== '')
  if (naming.keyOf?.(item) === undefined && naming.keyOf) {
    walk.report(`mark \`${naming.name}\`: an item has no value in its key field; check \`encoding.key\``)
    return
  }
  addShapes(item, key, spec, place, walk, marks)
  if (item.mark.marktype !== 'group') return
  const inner = enterGroup(item, key, naming, place, walk)
  for (const child of marksOf(item)) walkMark(child, inner, walk, marks)
}

function addShapes(
  item: SceneItem,
  key: string,
  spec: SpecMark | undefined,
  place: Place,
  walk: Walk,
  marks: Map<string, Mark>,
): void {
  try {
    const shapes = shapeMarks(item, place.x, place.y).filter(isSeen)
    shapes.forEach((shape, line) => {
      addMark(line === 0 ? key : `${key}~${line + 1}`, finish(shape, spec, place), place, walk, marks)
    })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    walk.report(`mark \`${key}\`: ${error.message}`)
  }
}

/** Adds what does not depend on the mark's type. */
function finish(mark: Mark, spec: SpecMark | undefined, { clip }: Place): Mark {
  const entrance = entranceOf(mark, spec)
  if (entrance !== 'fade') mark.entrance = entrance
  if (clip) mark.clip = [clip.x, clip.y, clip.width, clip.height].map((value) => round(value)).join(' ')
  return mark
}

/** Two axes or legends on one side are told apart by a stroke; anything else of one key is a mistake. */
function addMark(key: string, mark: Mark, place: Place, walk: Walk, marks: Map<string, Mark>): void {
  for (const property in mark) {
    const value: unknown = mark[property as keyof Mark]
    if (typeof value !== 'number' || Number.isFinite(value)) continue
    walk.report(`mark \`${key}\`: found ${property} = ${value}, expected a number; check its fields and scales`)
    return
  }
  if (marks.has(key) && place.guide !== '') {
    addMark(`${key}'`, mark, place, walk, marks)
  } else if (marks.has(key)) {
    walk.report(
      `two marks have the key \`${key}\`; a key must tell the items of a mark apart, and mark names the marks of a chart`,
    )
    return
  }
  marks.set(key, mark)
}

function enterGroup(item: SceneItem, key: string, naming: Naming, place: Place, walk: Walk): Place {
  const [x, y] = [place.x + numberOf(item, 'x'), place.y + numberOf(item, 'y')]
  const inGuide = place.guide !== '' || isGuide(item.mark)
  const moved: Place = {
    ...place,
    x,
    y,
    prefix: naming.keyOf && !inGuide ? `${key}/` : place.prefix,
    guide: inGuide ? guideName(item, place, walk.chart) : '',
  }
  if (item.clip && hasRoundCorners(item)) {
    walk.report(
      `mark \`${naming.name}\` is clipped to rounded corners, which the stage cannot carry; use a \`rect\` for a bar with \`cornerRadius\``,
    )
  }
  return item.clip ? withClip(moved, boxOf(item, x, y), walk, item.mark) : moved
}

/** `ladder:axis-left`; Vega-Lite draws the grid of a scale as an axis of its own, whose kinds of marks are others. */
function guideName(item: SceneItem, place: Place, chart: string): string {
  if (place.guide !== '') return place.guide
  const orient = item.orient
  return `${chart}:${item.mark.role}${typeof orient === 'string' ? `-${orient}` : ''}`
}

function boxOf(group: SceneItem | undefined, x: number, y: number): Box {
  return { x, y, width: group ? numberOf(group, 'width') : 0, height: group ? numberOf(group, 'height') : 0 }
}

function withClip(place: Place, box: Box, walk: Walk, mark: SceneMark): Place {
  if (typeof mark.clip === 'function') {
    walk.report(
      `mark \`${mark.name ?? mark.role}\` is clipped to an outline, which the stage cannot carry; clip to the plot area`,
    )
    return place
  }
  if (!place.clip) return { ...place, clip: box }
  const [x, y] = [Math.max(box.x, place.clip.x), Math.max(box.y, place.clip.y)]
  const right = Math.min(box.x + box.width, place.clip.x + place.clip.width)
  const bottom = Math.min(box.y + box.height, place.clip.y + place.clip.height)
  return { ...place, clip: { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) } }
}
