import type { Entrance, Mark } from '../story/mark.ts'
import { type Box, type Clip, clipText, clipTo, clipToShape } from './clip.ts'
import type { KeyOf } from './infer-keys.ts'
import { isGuide, itemKey, type Naming, nameMark } from './keys.ts'
import { compactOutline, turnedOutline } from './outline.ts'
import { isSeen } from './paint.ts'
import { isNested, itemsOf, marksOf, numberOf, type SceneItem, type SceneMark, UnfitMark } from './scenegraph.ts'
import { boxOutline, foregroundMarks, hasRoundCorners, type Material, shapeMarks } from './shapes.ts'
import { simplifiedShapes } from './simplify-shapes.ts'
import type { SpecMark } from './vegaSpec.ts'

/** Where the walk is: the enclosing group's offset, clip and names. */
interface Place {
  x: number
  y: number
  clip?: Clip
  /** Names of the enclosing facets, joined. */
  prefix: string
  /** Name of the enclosing axis, legend or title. */
  guide: string
}

/** What a walk needs to know of its chart. */
export interface Walk extends Material {
  chart: string
  specs: ReadonlyMap<string, SpecMark>
  /** Told of every mistake, in words that follow the chart's name. */
  report(message: string): void
  /** Sees every mark that draws data. */
  visit?(mark: SceneMark): void
  /** How many rows a mark is drawn from, where that can be known. */
  rowsOf?(spec: SpecMark): number | undefined
  /** Sees every mark that is added, with its item and the offset of the group that it lies in. */
  source?(key: string, item: SceneItem, place: { x: number; y: number }): void
  /** How much the chart is enlarged afterwards, where maps may be simplified for the size that they get. */
  zoom?: number
  /** How items are told apart whose mark has no key. */
  infer(mark: SceneMark, spec: SpecMark | undefined): KeyOf
}

/** Flattens Vega's scenegraph into marks with absolute coordinates, by key, in drawing order. */
export function walkScene(root: SceneMark, origin: { x: number; y: number }, walk: Walk): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  walkMark(root, { ...origin, prefix: '', guide: '' }, walk, marks)
  return marks
}

function walkMark(mark: SceneMark, place: Place, walk: Walk, marks: Map<string, Mark>): void {
  const spec = walk.specs.get(mark.name ?? '')
  // In Vega itself a mark need not have a name.
  if (spec || mark.role === 'mark') walk.visit?.(mark)
  const naming = nameMark(mark, spec, walk.chart, place.guide)
  const rows = spec?.key === undefined ? undefined : walk.rowsOf?.(spec)
  if (rows !== undefined && rows !== mark.items.length) {
    walk.report(
      `mark \`${naming.name}\` draws ${rows} rows as ${mark.items.length} items, since some share a key; \`encoding.key\` must tell all rows apart`,
    )
  }
  const items = isNested(mark.marktype) ? mark.items.slice(0, 1) : itemsOf(mark)
  const isInferred = items.length > 1 && !naming.keyOf
  if (isInferred) naming.keyOf = walk.infer(mark, spec)
  const inside = mark.clip ? clipped(mark, mark.group, place) : place
  const outlines = mark.marktype === 'shape' && walk.zoom ? simplifiedShapes(items, place.x, place.y, walk.zoom) : undefined
  const drawing = outlines ? { ...walk, outlines } : walk
  for (const item of items) walkItem(item, { ...naming, isInferred }, spec, inside, drawing, marks)
}

function walkItem(
  item: SceneItem,
  naming: Naming & { isInferred: boolean },
  spec: SpecMark | undefined,
  place: Place,
  walk: Walk,
  marks: Map<string, Mark>,
): void {
  const key = place.prefix + itemKey(naming, item, place.guide !== '')
  // Vega takes what its own layout cannot place for zero.
  if (place.guide !== '') for (const at of ['x', 'y']) item[at] ||= 0
  if (naming.keyOf?.(item) === undefined && naming.keyOf && !naming.isInferred) {
    walk.report(`mark \`${naming.name}\`: an item has no value in its key field; check \`encoding.key\``)
    return
  }
  const add = (shapes: readonly Mark[], of: string) =>
    shapes
      .filter((shape) => isSeen(shape) && hasPlace(shape, of, walk))
      .forEach((shape, line) => {
        const lineKey = line === 0 ? of : `${of}~${line + 1}`
        const isAuthors = naming.keyOf !== undefined && !naming.isInferred && place.guide === ''
        const added = addMark(lineKey, finish(shape, spec, place), isAuthors, walk, marks)
        if (added !== undefined) walk.source?.(added, item, place)
      })
  addSafely(key, walk, () => add(shapeMarks(item, place.x, place.y, walk), key))
  if (item.mark.marktype !== 'group') return
  const inner = enterGroup(item, key, naming, place, walk)
  for (const child of marksOf(item)) walkMark(child, inner, walk, marks)
  add(foregroundMarks(item, place.x, place.y), `${key}-outline`)
}

function addSafely(key: string, walk: Walk, add: () => void): void {
  try {
    add()
  } catch (error) {
    if (!(error instanceof UnfitMark)) throw error
    walk.report(`mark \`${key}\`: ${error.message}`)
  }
}

/** Adds what does not depend on the mark's type. */
function finish(mark: Mark, spec: SpecMark | undefined, { clip }: Place): Mark {
  const entrance = entranceOf(mark, spec)
  if (entrance !== 'fade') mark.entrance = entrance
  return clip ? withClip(mark, clipText(clip)) : mark
}

/** What has a figure that is none has no place, and Vega draws nothing of it; where nobody takes notes it is a mistake. */
function hasPlace(mark: Mark, key: string, { note, report }: Walk): boolean {
  for (const property in mark) {
    const value: unknown = mark[property as keyof Mark]
    if (typeof value !== 'number' || Number.isFinite(value)) continue
    if (!note) report(`mark \`${key}\`: found ${property} = ${value}, expected a number; check its fields and scales`)
    return false
  }
  return mark.kind !== 'path' || !mark.d.includes('NaN')
}

/** What moves or turns an element moves its clip, too: an outline is moved itself, and a turned text is left whole. */
function withClip(mark: Mark, clip: string): Mark {
  if (mark.kind === 'text' && mark.angle) return mark
  if (mark.kind !== 'path') return { ...mark, clip }
  const { angle = 0, ...rest } = mark
  return { ...rest, x: 0, y: 0, d: compactOutline(turnedOutline(mark.d, angle), mark.x, mark.y), clip }
}

/** Two guides on one side, and items that only their place tells apart, get a stroke more; a key of the author's that is there twice is a mistake. */
function addMark(key: string, mark: Mark, isAuthors: boolean, walk: Walk, marks: Map<string, Mark>): string | undefined {
  if (marks.has(key) && !isAuthors) return addMark(`${key}'`, mark, isAuthors, walk, marks)
  if (!marks.has(key)) {
    marks.set(key, mark)
    return key
  }
  walk.report(`two marks have the key \`${key}\`; a key must tell the items of a mark apart, and mark names the marks of a chart`)
  return undefined
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
  return item.clip ? clipped({ clip: true }, item, moved) : moved
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

/** Within a group's box, its rounded corners, or an outline of the chart's own. */
function clipped({ clip }: Pick<SceneMark, 'clip'>, group: SceneItem | undefined, place: Place): Place {
  if (typeof clip === 'function')
    return { ...place, clip: clipToShape(place.clip, compactOutline(clip(null) ?? '', place.x, place.y)) }
  if (group && hasRoundCorners(group)) return { ...place, clip: clipToShape(place.clip, boxOutline(group, place.x, place.y)) }
  return { ...place, clip: clipTo(place.clip, boxOf(group, place.x, place.y)) }
}

const entrances: readonly string[] = ['up', 'right', 'centre', 'drop', 'fade'] satisfies Entrance[]

/** How a mark comes onto the stage: as its chart's `style` says, else bars grow from their baseline, other rectangles from their centre, and the rest fades. */
function entranceOf(mark: Mark, spec: SpecMark | undefined): Entrance {
  const chosen = [spec?.style ?? []].flat().find((style): style is Entrance => entrances.includes(style))
  if (chosen) return chosen
  if (mark.kind !== 'rect' || spec?.type === 'group' || !spec) return 'fade'
  const channels = spec.encode?.update ?? {}
  if ('y2' in channels && 'x2' in channels) return 'fade'
  if ('y2' in channels) return 'up'
  return 'x2' in channels ? 'right' : 'centre'
}
