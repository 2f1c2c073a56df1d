import type { TopLevelSpec } from 'vega-lite'
import { field } from './field.ts'
import type { Stage } from './stage.ts'
import { type Colour, config } from './theme.ts'

type LayerSpec = Extract<TopLevelSpec, { layer: unknown }>
/** One layer of a chart. */
export type Layer = LayerSpec['layer'][number]
/** Values that the steps of a scene set. */
export type Params = NonNullable<LayerSpec['params']>

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

/** What a step sets beside its chart's data marks: direct labels, reference lines, the running total. */
export interface Drawing {
  boxes?: readonly BoxRow[]
  /** Lines under the data marks. */
  rules?: readonly RuleRow[]
  /** Lines over the data marks. */
  marks?: readonly RuleRow[]
  texts?: readonly TextRow[]
}

/** The name of the parameter that every scene has: the id of its step. */
export const STEP = 'step'

/** Whether a row belongs to the step that is shown, as a Vega expression. */
const ofThisStep = `datum.step === ${STEP}`

/** Puts drawings together, in drawing order. */
export function together(...drawings: readonly Drawing[]): Drawing {
  return {
    boxes: drawings.flatMap(({ boxes }) => boxes ?? []),
    rules: drawings.flatMap(({ rules }) => rules ?? []),
    marks: drawings.flatMap(({ marks }) => marks ?? []),
    texts: drawings.flatMap(({ texts }) => texts ?? []),
  }
}

/** A rule, solid and hair-thin unless said otherwise. */
export function rule(key: string, [x, y, x2, y2]: readonly [number, number, number, number], style: Partial<RuleRow>): RuleRow {
  return { key, x, y, x2, y2, stroke: 'var(--faint)', width: 1, dash: [], ...style }
}

/** The spec of a whole frame in one coordinate system: px, origin at the top left. */
export function stageSpec({ frame }: Stage, params: Params, layer: Layer[]): TopLevelSpec {
  const size = { width: frame.width, height: frame.height, padding: 0, autosize: { type: 'none' } as const }
  return { ...size, config, params, data: { values: [] }, layer } satisfies LayerSpec
}

/** The boxes of all steps, each shown at its own. Named `record`, they are the records' marks. */
export function boxLayer(drawings: ReadonlyMap<string, Drawing>, name: 'box' | 'record' = 'box'): Layer {
  return {
    name,
    data: { values: rowsByStep(drawings, ({ boxes }) => boxes) },
    transform: [{ filter: ofThisStep }],
    mark: { type: 'rect', fill: { expr: 'datum.fill' } },
    encoding: {
      ...corners<BoxRow>(),
      key: { field: field<BoxRow>('key') },
    },
  }
}

/** The lines of all steps under the data marks (`rule`) or over them (`mark`), each shown at its own. */
export function ruleLayer(drawings: ReadonlyMap<string, Drawing>, name: 'rule' | 'mark' = 'rule'): Layer {
  return {
    name,
    data: { values: rowsByStep(drawings, ({ rules, marks }) => (name === 'rule' ? rules : marks)) },
    transform: [{ filter: ofThisStep }],
    mark: {
      type: 'rule',
      stroke: { expr: 'datum.stroke' },
      strokeWidth: { expr: 'datum.width' },
      strokeDash: { expr: 'datum.dash' },
    },
    encoding: { ...corners<RuleRow>(), key: { field: field<RuleRow>('key') } },
  }
}

/** The labels of all steps, each shown at its own. */
export function textLayer(drawings: ReadonlyMap<string, Drawing>): Layer {
  return {
    name: 'text',
    data: { values: rowsByStep(drawings, ({ texts }) => texts) },
    transform: [{ filter: ofThisStep }],
    mark: {
      type: 'text',
      align: { expr: 'datum.align' },
      fill: { expr: 'datum.fill' },
      fontSize: { expr: 'datum.size' },
      fontWeight: { expr: 'datum.weight' },
    },
    encoding: {
      x: { field: field<TextRow>('x'), type: 'quantitative', scale: null },
      y: { field: field<TextRow>('y'), type: 'quantitative', scale: null },
      text: { field: field<TextRow>('text') },
      key: { field: field<TextRow>('key') },
    },
  }
}

function corners<Row extends { x: number; x2: number; y: number; y2: number }>() {
  return {
    x: { field: field<Row>('x'), type: 'quantitative', scale: null },
    x2: { field: field<Row>('x2') },
    y: { field: field<Row>('y'), type: 'quantitative', scale: null },
    y2: { field: field<Row>('y2') },
  } as const
}

function rowsByStep<Row>(drawings: ReadonlyMap<string, Drawing>, part: (drawing: Drawing) => readonly Row[] | undefined) {
  return [...drawings].flatMap(([step, drawing]) => (part(drawing) ?? []).map((row) => ({ ...row, step })))
}
