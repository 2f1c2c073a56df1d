import type { TopLevelSpec } from 'vega-lite'
import { field } from './field.ts'
import type { Box, Stage } from './stage.ts'
import { textWidth } from './text-width.ts'
import { type Colour, colour, config } from './theme.ts'

type LayerSpec = Extract<TopLevelSpec, { layer: unknown }>
/** One layer of a chart. */
export type Layer = LayerSpec['layer'][number]

/** A line of text at its baseline, in px of the frame. */
export interface TextRow {
  key: string
  text: string
  x: number
  y: number
  align: 'left' | 'center' | 'right'
  fill: Colour
  size: number
  weight: 400 | 600
}

/** A straight line, in px of the frame. */
export interface RuleRow {
  key: string
  x: number
  y: number
  x2: number
  y2: number
  stroke: Colour
  width: number
  dash: readonly number[]
}

/** A filled rectangle, in px of the frame. */
export interface BoxRow {
  key: string
  x: number
  y: number
  x2: number
  y2: number
  fill: Colour
}

/** Annotations of a step, placed by hand: direct labels, brackets, reference lines, the running total. */
export interface Drawing {
  boxes?: readonly BoxRow[]
  /** Lines under the data marks. */
  rules?: readonly RuleRow[]
  /** Lines over the data marks. */
  marks?: readonly RuleRow[]
  texts?: readonly TextRow[]
}

/** The annotations of every step by its id. */
export type Drawings = ReadonlyMap<string, Drawing>

/** The name of the parameter that every scene with annotations has: the id of its step. */
export const STEP = 'step'

const PARTS = ['boxes', 'rules', 'marks', 'texts'] as const

/** Puts drawings together, in drawing order. */
export function together(...drawings: readonly Drawing[]): Drawing {
  return Object.fromEntries(PARTS.map((part) => [part, drawings.flatMap((drawing): readonly object[] => drawing[part] ?? [])]))
}

/** A rule, solid and hair-thin unless said otherwise. */
export function rule(key: string, [x, y, x2, y2]: readonly [number, number, number, number], style: Partial<RuleRow>): RuleRow {
  return { key, x, y, x2, y2, stroke: 'var(--faint)', width: 1, dash: [], ...style }
}

/** Rules from each point to the next; `points` are x and y by turns. */
export function lines(key: string, points: readonly number[], style: Partial<RuleRow>): RuleRow[] {
  const ends = Array.from({ length: points.length / 2 - 1 }, (_, i) => points.slice(2 * i, 2 * i + 4))
  return ends.map(([x = 0, y = 0, x2 = 0, y2 = 0], i) => rule(`${key}-${i}`, [x, y, x2, y2], style))
}

/** A label of secondary weight, left-aligned at its baseline, unless said otherwise. */
export function quiet({ text }: Stage, key: string, words: string, x: number, y: number, style: Partial<TextRow> = {}): TextRow {
  return { key, text: words, x, y, align: 'left', fill: colour.quiet, size: text.label, weight: 400, ...style }
}

/** How a label that matters differs from a quiet one. */
export function strong({ text }: Stage, fill: TextRow['fill'] = colour.ink): Pick<TextRow, 'size' | 'weight' | 'fill'> {
  return { size: text.strong, weight: 600, fill }
}

/** The rectangle that a line of text takes, from cap height to descender. */
export function boxOf({ text, x, y, size, weight, align }: TextRow): Box {
  const width = textWidth(text, size, weight)
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.22 }
}

/** Labels on marks or gridlines, on paper of their own. */
export function onPaper(texts: readonly TextRow[], room = 4): Drawing {
  const paper = (row: TextRow): BoxRow => {
    const { left, right, top, bottom } = boxOf(row)
    return { key: `plate-${row.key}`, x: left - room, x2: right + room, y: top - 1, y2: bottom + 1, fill: colour.paper }
  }
  return { boxes: texts.map(paper), texts }
}

/** What a chart is drawn with beside its layers. */
export interface StageSpecOptions extends Pick<LayerSpec, 'resolve'> {
  /** Where its axes stand; the whole frame unless given. */
  box?: Box
  /** Annotations; steps then need the parameter `step`. */
  drawings?: Drawings
  /** Whether the boxes of annotations stand over the layers. */
  boxesOver?: boolean
}

/** A chart that is drawn for a frame. `params` are what its steps set, each with its value at first. An axis is shown where a layer asks for it. */
export function stageSpec(
  { frame, text }: Stage,
  params: Readonly<Record<string, unknown>>,
  layers: readonly Layer[],
  { box, drawings, boxesOver = false, ...rest }: StageSpecOptions = {},
): TopLevelSpec {
  const { left, top, right, bottom } = box ?? { left: 0, top: 0, right: frame.width, bottom: frame.height }
  const annotations = (kind: keyof typeof KINDS) => (drawings ? annotationLayers(drawings, kind, { left, top }) : [])
  return {
    width: right - left,
    height: bottom - top,
    padding: { left, top, right: frame.width - right, bottom: frame.height - bottom },
    autosize: { type: 'none' },
    config: config(text.label),
    params: Object.entries(params).map(([name, value]) => ({ name, value })),
    data: { values: [] },
    ...rest,
    layer: [
      ...annotations('rule'),
      ...(boxesOver ? layers : []),
      ...annotations('box'),
      ...(boxesOver ? [] : layers),
      ...annotations('mark'),
      ...annotations('text'),
    ],
  } satisfies LayerSpec
}

const LINE = {
  type: 'rule',
  stroke: { expr: 'datum.stroke' },
  strokeWidth: { expr: 'datum.width' },
  strokeDash: { expr: 'datum.dash' },
} as const

/** How each kind of annotation is drawn. */
const KINDS = {
  box: { part: 'boxes', mark: { type: 'rect', fill: { expr: 'datum.fill' } } },
  rule: { part: 'rules', mark: LINE },
  mark: { part: 'marks', mark: LINE },
  text: {
    part: 'texts',
    mark: {
      type: 'text',
      align: { expr: 'datum.align' },
      fill: { expr: 'datum.fill' },
      fontSize: { expr: 'datum.size' },
      fontWeight: { expr: 'datum.weight' },
    },
  },
} as const

/** Annotations of one kind of all steps, each shown at its own; none where no step has any. `from` is where the plot begins in the frame. */
function annotationLayers(drawings: Drawings, kind: keyof typeof KINDS, from: { left: number; top: number }): Layer[] {
  const { part, mark } = KINDS[kind]
  const moved = <Row extends { x: number; y: number }>({ x2, y2, ...row }: Row & { x2?: number; y2?: number }) => ({
    ...row,
    x: row.x - from.left,
    y: row.y - from.top,
    ...(x2 !== undefined && y2 !== undefined && { x2: x2 - from.left, y2: y2 - from.top }),
  })
  const rows = [...drawings].flatMap(([step, drawing]) =>
    (drawing[part] ?? []).map((row: TextRow | RuleRow | BoxRow) => ({ ...moved(row), step })),
  )
  if (rows.length === 0) return []
  const layer = {
    name: kind,
    data: { values: rows },
    transform: [{ filter: `datum.step === ${STEP}` }],
    mark,
    encoding: {
      x: px('x'),
      y: px('y'),
      ...(kind === 'text' ? { text: { field: field<TextRow>('text') } } : { x2: { field: 'x2' }, y2: { field: 'y2' } }),
      key: { field: 'key' },
    },
  }
  return [layer as Layer]
}

/** A column that holds px of the plot. */
export function px(column: string) {
  return { field: column, type: 'quantitative', scale: null } as const
}
