import { h } from 'preact'
import { CONTROLS } from '../../story/slide-chart.ts'

/** An input that a parameter is bound to, as far as it has a size. */
interface Input {
  name: string
  input: string
  labels: readonly unknown[]
}

/**
 * The place of a chart's inputs, and in it what is as large as they will be: nothing moves when Vega puts them there. What they say
 * is no text of the slide. `spec` is Vega-Lite or Vega; nothing for one without inputs.
 */
export function AwaitedInputs({ spec }: { spec: unknown }) {
  const inputs = inputsIn(spec)
  return inputs.length === 0 ? null : <div class={CONTROLS}>{inputs.map(awaited)}</div>
}

function awaited({ name, input, labels }: Input) {
  const title = <span class="vega-bind-name" data-said={name} />
  const options = labels.map((label) => (
    <label data-said={String(label)}>
      <input type="radio" disabled />
    </label>
  ))
  const field = input === 'select' ? <select disabled /> : <input type={input as 'range'} disabled />
  return (
    <div class="vega-bind vega-bind-awaited">
      {input === 'radio' ? [title, <span class="vega-bind-radio">{options}</span>] : h('label', {}, title, field)}
    </div>
  )
}

/** Those of parameters and of selections, which may have one a field, at any depth. */
function inputsIn(node: unknown): Input[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([property, value]) => {
    if (property === 'values' || property === 'datasets') return []
    return property === 'bind' ? bound(node, value) : inputsIn(value)
  })
}

function bound(param: object, bind: unknown): Input[] {
  if (typeof bind !== 'object' || bind === null) return []
  const { name, select } = param as { name?: unknown; select?: { fields?: readonly string[] } }
  const fields = Object(select).fields ?? [name]
  const each = 'input' in bind ? fields.map((field: unknown) => [field, bind]) : Object.entries(bind)
  return each.flatMap(([field, one]: [unknown, unknown]) => {
    const { name = field, input, labels, options = [], element } = Object(one)
    return element === undefined ? [{ name: String(name), input: String(input), labels: labels ?? options }] : []
  })
}
