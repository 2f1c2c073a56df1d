import { describe, expect, test } from 'vitest'
import { compileScene } from '../../src/motion/compile.ts'
import { chart, compile, frame, marksOf, messagesOf, rows, x, y } from './fixtures/charts.ts'

const key = { field: 'id' }
const bars = { name: 'tree', mark: 'bar', encoding: { x: { field: 'id', type: 'nominal', axis: null }, y, key } }

describe('steps', () => {
  const chartThatFocuses = (focus: string) =>
    chart(
      [
        {
          ...bars,
          encoding: { ...bars.encoding, color: { condition: { test: 'datum.id == focus', value: 'red' }, value: 'grey' } },
        },
      ],
      {
        params: [{ name: 'focus', value: focus }],
      },
    )
  const spec = chartThatFocuses('none')
  const fills = (params: Record<string, unknown>[], spec = chartThatFocuses('none')) => {
    const steps = params.map((each, i) => ({ id: `step-${i}`, params: each, name: `Trees ${i}` }))
    return [...compile(spec, steps).states.values()].map((state) => [...state.marks.values()].map(({ fill }) => fill).join(' '))
  }

  test('set the parameters of the chart', () => {
    expect(fills([{ focus: 'oak' }, { focus: 'ash' }])).toEqual(['red grey grey', 'grey grey red'])
  })

  test('do not depend on the steps before them', () => {
    expect(fills([{ focus: 'oak' }, {}])).toEqual(['red grey grey', 'grey grey grey'])
    expect(fills([{}, { focus: 'oak' }, {}], chartThatFocuses('elm'))).toEqual([
      'grey red grey',
      'red grey grey',
      'grey red grey',
    ])
  })

  test('carry name and duration', () => {
    const { states } = compile(spec, [{ id: 'slow', params: {}, name: 'Three trees', duration: 900 }])
    expect(states.get('slow')).toMatchObject({ name: 'Three trees', duration: 900 })
  })

  test('share the marks that do not change', () => {
    const steps = ['oak', 'ash'].map((focus) => ({ id: focus, params: { focus }, name: '' }))
    const [first, second] = [...compile(spec, steps).states.values()].map(({ marks }) => marks)
    const shared = ['oak', 'elm', 'ash'].filter((id) => first?.get(`tree/${id}`) === second?.get(`tree/${id}`))
    expect(shared).toEqual(['elm'])
  })

  test('must fit into memory together', () => {
    const steps = ['oak', 'ash'].map((focus) => ({ id: focus, params: { focus }, name: '' }))
    const { diagnostics } = compileScene('trees', { spec: () => spec, steps }, frame, { most: 5 })
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'chart `trees`, step `ash` (small): found 3 marks at a step, and 2 steps, expected at most 5 marks in all; draw only what the step tells, such as the last forty records, with a `filter` by a parameter, or tell fewer records',
    ])
  })

  test('must differ in id', () => {
    const step = { id: 'a', params: {}, name: '' }
    expect(messagesOf(spec, [step, step])).toEqual(['chart `trees`, step `a` (small): two steps have this id'])
  })
})

describe('keys', () => {
  test('are mark name and datum key', () => {
    expect([...marksOf(chart([bars])).keys()]).toEqual(['tree/oak', 'tree/elm', 'tree/ash'])
  })

  test('a mark of one item needs none', () => {
    const total = { name: 'total', data: { values: [{}] }, mark: { type: 'text', text: 'Total' } }
    expect([...marksOf(chart([total])).keys()]).toEqual(['total'])
  })

  test('of unnamed marks are bound to their chart', () => {
    expect([...marksOf(chart([{ ...bars, name: undefined }])).keys()]).toEqual([
      'trees:layer_0/oak',
      'trees:layer_0/elm',
      'trees:layer_0/ash',
    ])
  })

  test('of guides hold role, side, kind and value', () => {
    const axis = { ...bars, encoding: { ...bars.encoding, y: { ...y, axis: { values: [0, 40], title: 'Height' } } } }
    expect([...marksOf(chart([axis])).keys()]).toEqual([
      'trees:axis-left-grid@0',
      'trees:axis-left-grid@40',
      'trees:axis-left-tick@0',
      'trees:axis-left-tick@40',
      'trees:axis-left-label@0',
      'trees:axis-left-label@40',
      'trees:axis-left-domain',
      'trees:axis-left-title',
      'tree/oak',
      'tree/elm',
      'tree/ash',
    ])
  })

  test('of two legends and two axes of one side leave no title out', () => {
    const two = {
      ...bars,
      name: 'a',
      mark: 'point',
      encoding: {
        ...bars.encoding,
        y: { ...y, axis: { title: 'Height on the left' } },
        color: { field: 'girth', type: 'quantitative', title: 'Girth by colour' },
        size: { field: 'height', type: 'quantitative', title: 'Height by size' },
      },
    }
    const other = { ...bars, name: 'b', encoding: { ...bars.encoding, y: { ...y, axis: { title: 'Another on the left' } } } }
    const spec = chart([two, other], { resolve: { scale: { y: 'independent' } } })
    const texts = [...marksOf(spec).values()].flatMap((mark) => (mark.kind === 'text' ? mark.text : []))
    for (const title of ['Height on the left', 'Another on the left', 'Girth by colour', 'Height by size'])
      expect(texts.filter((text) => text === title)).toEqual([title])
  })

  test('of legends and titles', () => {
    const legend = { ...bars, encoding: { ...bars.encoding, color: { field: 'name', type: 'nominal' } } }
    const keys = [...marksOf(chart([legend], { title: { text: 'Trees', subtitle: ['by', 'height'] } })).keys()]
    expect(keys).toContain('trees:legend-right-symbol@Oak')
    expect(keys).toContain('trees:legend-right-label@Ash')
    expect(keys.filter((each) => each.includes('title-top'))).toEqual([
      'trees:title-top-text',
      'trees:title-top-subtitle',
      'trees:title-top-subtitle~2',
    ])
  })

  test('of facets hold the facet', () => {
    const series = { name: 'series', mark: 'line', encoding: { x, y, detail: { field: 'id' } } }
    expect([...marksOf(chart([series])).keys()]).toEqual(['series/oak/series', 'series/elm/series', 'series/ash/series'])
  })

  test('that are missing stay with their rows from step to step', () => {
    const nameless = rows.map(({ height, girth }) => ({ height, girth }))
    const dots = { name: 'dot', mark: 'point', encoding: { x, y }, transform: [{ filter: 'datum.height > least' }] }
    const spec = chart([dots], { data: { values: nameless }, params: [{ name: 'least', value: 0 }] })
    const steps = [0, 15].map((least) => ({ id: `least-${least}`, params: { least }, name: '' }))
    const [all, some] = [...compile(spec, steps).states.values()].map(({ marks }) => marks)
    expect([...(some?.keys() ?? [])]).toEqual(['dot/#2', 'dot/#3'])
    expect(some?.get('dot/#3')).toEqual(all?.get('dot/#3'))
  })

  test('that collide are a mistake', () => {
    const twice = [...rows, { ...rows[0], height: 5 }]
    expect(messagesOf(chart([bars], { data: { values: twice } })).join()).toContain('mark `tree` draws 4 rows as 3 items')
  })

  test('of two marks that collide are a mistake', () => {
    const lines = [
      { id: 'oak', line: ['An', 'oak'] },
      { id: 'oak~2', line: ['Elm'] },
    ]
    const label = {
      name: 'label',
      data: { values: lines },
      mark: { type: 'text', text: { expr: 'datum.line' } },
      encoding: { key },
    }
    expect(messagesOf(chart([label])).join()).toContain('two marks have the key `label/oak~2`')
  })

  test('names are given once', () => {
    expect(messagesOf(chart([bars, bars]))).toEqual([
      'chart `trees` (small): two marks have the name `tree`; call one of them `tree__2`: what follows `__` is left out of the keys',
    ])
    const other = { ...bars, name: 'tree__2', data: { values: [{ id: 'fir', height: 1 }] } }
    expect([...marksOf(chart([bars, other])).keys()]).toEqual(['tree/oak', 'tree/elm', 'tree/ash', 'tree/fir'])
  })

  test('without a value are a mistake', () => {
    const { id: _, ...nameless } = { id: '', ...rows[0], id2: 1 }
    expect(messagesOf(chart([{ ...bars, encoding: { x, y, key } }], { data: { values: [nameless] } })).join()).toContain(
      'an item has no value in its key field',
    )
  })
})

describe('mistakes', () => {
  test('what a transform of Vega makes is known from the rows of marks without a name', () => {
    const update = { x: { field: 'a.size' }, y: { field: 'b.size' }, width: { value: 1 }, fill: { field: 'c' } }
    const pairs = {
      $schema: 'https://vega.github.io/schema/vega/v6.json',
      data: [
        { name: 'trees', values: [{ size: 1 }, { size: 2 }] },
        { name: 'pairs', source: 'trees', transform: [{ type: 'cross' }] },
      ],
      marks: [{ type: 'rect', from: { data: 'pairs' }, encode: { update } }],
    }
    expect(messagesOf(pairs as never)).toEqual([
      expect.stringContaining('no row has the field `c`; did you mean `a`? known: a, b, size'),
    ])
  })

  test('a misspelt field', () => {
    const messages = messagesOf(chart([{ ...bars, encoding: { ...bars.encoding, y: { ...y, field: 'hight' } } }]))
    expect(messages.join('\n')).toContain('mark `tree`: no row has the field `hight`; did you mean `height`?')
    const text = { name: 'label', mark: 'text', encoding: { x, y, key, text: { field: 'nmae' } } }
    expect(messagesOf(chart([text])).join('\n')).toContain('mark `label`: no row has the field `nmae`; did you mean `name`?')
  })

  test('whatever Vega-Lite or Vega warn of', () => {
    expect(messagesOf(chart([{ ...bars, encoding: { ...bars.encoding, colr: { value: 'red' } } }])).join()).toContain('colr')
    expect(messagesOf(chart([bars], { transform: [{ nothing: 1 }] })).join()).toContain('Ignoring an invalid transform')
  })

  test('data from an address, at any depth', () => {
    expect(messagesOf(chart([bars], { data: { url: 'https://example.org/trees.csv' } }))).toEqual([
      'chart `trees` (small): found data from `https://example.org/trees.csv`, expected inline values; import the file in the chart and pass its rows as `values`',
    ])
    const lookup = { lookup: 'id', from: { data: { url: 'more.json' }, key: 'id', fields: ['age'] } }
    expect(messagesOf(chart([{ ...bars, transform: [lookup] }])).join()).toContain('`more.json`')
  })

  test('are told once, not once a step', () => {
    const steps = ['a', 'b', 'c'].map((id) => ({ id, params: {}, name: id }))
    const twice = { data: { values: [...rows, { ...rows[0], height: 5 }] } }
    expect(messagesOf(chart([bars], twice), steps)).toHaveLength(1)
  })
})

test('usermeta has no say', () => {
  const usermeta = { embedOptions: { config: { bar: { color: 'red' } }, loader: { baseURL: 'https://example.org' } } }
  expect(marksOf(chart([bars], { usermeta }))).toEqual(marksOf(chart([bars])))
})

test('the chart is drawn for the frame it is asked for', () => {
  const scene = {
    spec: ({ width }: { width: number }) => chart([{ ...bars, width: undefined }], { width: width - 30 }),
    steps: [{ id: 'only', params: {}, name: '' }],
  }
  const { states, diagnostics } = compileScene('trees', scene, { ...frame, id: 'wider', width: 430 })
  expect(diagnostics).toEqual([])
  expect(states.get('only')?.marks.get('tree/elm')).toMatchObject({ kind: 'rect', width: 120 })
})
