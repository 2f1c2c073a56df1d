import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { chart } from '../../src/chart/chart.ts'
import { gallery } from '../../src/chart/gallery.ts'
import { InputError } from '../../src/util/diagnostic.ts'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { runFolder } from '../run-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = runFolder('chart')
const specs = join(work, 'specs')
const y = { field: 'name', type: 'nominal' }
const bars = { data: { url: 'data/trees.csv' }, mark: 'bar', encoding: { x: { field: 'height', type: 'quantitative' }, y } }

beforeAll(async () => {
  const { mkdirSync } = await import('node:fs')
  for (const folder of ['specs', 'data']) mkdirSync(join(work, folder))
  writeFileSync(join(work, 'data', 'trees.csv'), 'name,height\noak,10\nelm,20\n')
  const files = {
    'bars.vl.json': bars,
    'misspelt.vl.json': { ...bars, encoding: { x: { field: 'hight', type: 'quantitative' }, y } },
    'shades.vl.json': { ...bars, encoding: { ...bars.encoding, color: { field: 'height', type: 'quantitative' } } },
    'plain.vg.json': {
      $schema: 'https://vega.github.io/schema/vega/v6.json',
      width: 100,
      height: 40,
      marks: [
        { type: 'text', encode: { update: { y: { value: 20 }, text: { value: 'A "quoted" <text>' } } } },
        { type: 'text', encode: { update: { text: { value: 'unseen' }, fillOpacity: { value: 0 } } } },
      ],
    },
  }
  for (const [name, spec] of Object.entries(files)) writeFileSync(join(specs, name), JSON.stringify(spec))
  writeFileSync(join(specs, 'broken.vl.json'), '{ "mark": ')
})

async function draw(names: readonly string[], ownSize = false) {
  const lines: string[] = []
  const options = { specs: names.map((name) => join(specs, name)), out: join(work, 'out'), ownSize, data: join(work, 'data') }
  const error = await chart(options, root, (line) => void lines.push(line.replaceAll(`${specs}/`, ''))).catch(
    (thrown: unknown) => thrown,
  )
  return { lines, error }
}

const read = (name: string) => readFileSync(join(work, 'out', name), 'utf8')

describe('chart', () => {
  test('draws each file as it stands on a slide, and tells so', async () => {
    const { lines, error } = await draw(['bars.vl.json', 'plain.vg.json'])
    expect(error).toBeUndefined()
    expect(lines).toEqual(['bars.vl.json: drawn as bars.svg', 'plain.vg.json: drawn as plain.svg'])
    expect(read('bars.svg')).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1280" height="720" viewBox="0 0 1280 720"/,
    )
    expect(read('bars.svg')).toContain('--signal:')
    expect(read('plain.svg')).toContain('A &quot;quoted&quot; &lt;text&gt;')
  })

  test('at its own size a chart has the size and the look of Vega', async () => {
    await draw(['bars.vl.json'], true)
    expect(read('bars.svg')).toContain('fill="#4c78a8"')
    expect(read('bars.svg')).not.toContain('var(--')
    expect(Number(/ width="(\d+)"/.exec(read('bars.svg'))?.[1])).toBeLessThan(400)
  })

  test('tells why a file is not drawn, and draws all others', async () => {
    const { lines, error } = await draw(['misspelt.vl.json', 'broken.vl.json', 'bars.vl.json', 'nowhere.vl.json'])
    expect(error).toBeInstanceOf(InputError)
    expect(String(error)).toContain('3 of 4 charts could not be drawn')
    expect(lines).toEqual([
      'misspelt.vl.json: no row has the field `hight`; did you mean `height`? known: height, name',
      expect.stringMatching(/^broken\.vl\.json: found no JSON: /),
      'bars.vl.json: drawn as bars.svg',
      'nowhere.vl.json: found no such file, expected a Vega-Lite or Vega specification',
    ])
  })

  test('without its data it says where they may be', async () => {
    const lines: string[] = []
    const drawn = chart(
      { specs: [join(specs, 'bars.vl.json')], out: join(work, 'out'), ownSize: true },
      root,
      (line) => void lines.push(line),
    )
    await expect(drawn).rejects.toThrow('1 of 1')
    expect(lines[0]).toContain(`expected it in ${specs} or the folder of --data; known: `)
  })

  test('the same chart gives the same bytes', async () => {
    await draw(['shades.vl.json'])
    const first = read('shades.svg')
    await draw(['bars.vl.json', 'shades.vl.json'])
    expect(read('shades.svg')).toBe(first)
  })
})

test('gallery compares all charts of a folder with Vega’s own pictures, and counts', async () => {
  const lines: string[] = []
  try {
    await gallery({ folder: specs, data: join(work, 'data') }, { root, printer, tell: (line) => void lines.push(line) })
  } finally {
  }
  expect(lines.at(-1)).toBe("3 of 5 compile on a slide, 3 of 5 within 1 % of Vega's own picture, 3 of 5 with the same texts")
  expect(lines[0]).toContain('broken.vl.json: found no JSON')
  expect(lines[1]).toContain('misspelt.vl.json: no row has the field `hight`')
})
