import { handOver, note } from '../../mdx/guard.ts'
import type { StepMove, Time } from '../../story/deck.ts'
import { frames, inlineFrames } from '../../story/frames.ts'
import type { Frame } from '../../story/mark.ts'
import { AwaitedInputs } from './AwaitedInputs.tsx'

/** A specification as it is imported; a file of JSON has no narrower type. */
type Spec = object

export interface ChartProps {
  /** Vega-Lite or Vega, or what draws it for a frame. */
  spec: Spec | ((frame: Frame) => Spec)
  /** Rows for the chart's named data sets. */
  data?: Readonly<Record<string, readonly object[]>>
  /** Values of the chart's parameters on this slide. */
  params?: Readonly<Record<string, unknown>>
  /** What each step of the slide changes of them: the deck goes through them, all else shows the last. */
  steps?: readonly Readonly<Record<string, unknown>>[]
  /** What the chart shows and says, for those who cannot see it; the specification's `description` unless given. */
  alt?: string
  /** In the text, and not on the stage. */
  inline?: boolean
  /** Alive where the medium can: selections, tooltips, and inputs for its bound parameters. The still stands everywhere else. */
  interactive?: boolean
  /** The value at which a chart with a `time` encoding stops on this slide; the last unless given. */
  at?: Time
  /** How the stage moves from the slide before to this one; chosen by what changes unless given. */
  move?: StepMove
}

/** A chart. It stands on the stage and moves from slide to slide, or `inline` in the text. */
export function Chart({
  spec,
  data = {},
  params = {},
  steps = [],
  alt,
  inline = false,
  interactive = false,
  at,
  move,
}: ChartProps) {
  if (typeof spec !== 'function' && (typeof spec !== 'object' || spec === null)) {
    note({
      message: `<Chart>: found spec = ${String(spec)}, expected a Vega-Lite or Vega specification; import one from a .json file`,
    })
    return null
  }
  const specs = specsOf(spec)
  const name = (alt ?? descriptionOf(specs)).trim()
  if (name === '')
    note({
      message:
        '<Chart>: found neither `alt` nor a `description` in the specification, expected a sentence that says what the chart shows; those who cannot see it hear it',
    })
  if (inline && steps.length > 0)
    note({ message: '<Chart>: found steps of a chart in the text, expected them on the stage; leave out `inline` or `steps`' })
  const states = [params]
  for (const step of steps) states.push({ ...states.at(-1), ...step })
  const [last = params] = states.splice(-1)
  const earlier = states.length > 0 && !inline ? { earlier: states } : {}
  const wishes = { ...(at !== undefined && { at }), ...(move && { move }) }
  const number = handOver({ specs, data: JSON.stringify(data), params: last, ...earlier, name, inline, interactive, ...wishes })
  return (
    <>
      {interactive && <AwaitedInputs spec={JSON.parse(Object.values(specs)[0] ?? '{}')} />}
      {inline && <div class="chart" data-chart={number} />}
    </>
  )
}

function specsOf(spec: ChartProps['spec']): Record<string, string> {
  if (typeof spec !== 'function') return { all: JSON.stringify(spec) }
  const all = [...Object.values(frames), ...Object.values(inlineFrames)]
  return Object.fromEntries(all.map((frame) => [frame.id, JSON.stringify(spec(frame))]))
}

function descriptionOf(specs: Readonly<Record<string, string>>): string {
  const { description } = JSON.parse(Object.values(specs)[0] ?? '{}') as { description?: unknown }
  return typeof description === 'string' ? description : ''
}
