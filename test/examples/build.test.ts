import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { buildHere } from '../build-here.ts'
import { readPdf } from '../pdf/read-pdf.ts'
import { runFolder } from '../run-folder.ts'
import { ROOT } from '../story-of.ts'

const EXAMPLES = join(ROOT, 'examples')
const work = runFolder('examples')

/** What is made of each: what is looked at here. */
const ONLY: Readonly<Record<string, string>> = {
  'gallery-charts': 'deck,read,handout,licences',
  'jobless-decade': 'deck',
  'seattle-rain': 'deck,read,handout,data',
  'warm-years': 'deck,read,data',
}
/** Those that were begun by `init` and finished by hand. */
const TOLD = ['seattle-rain', 'warm-years']

beforeAll(async () => {
  for (const [name, only] of Object.entries(ONLY))
    await buildHere([join(EXAMPLES, name), '--only', only, '--out', join(work, name)], printer)
})

const built = (name: string, file: string) => readFileSync(join(work, name, file))
const page = (name: string) => built(name, 'index.html').toString()
/** Ids and ranks of the records, in the order of telling. */
const told = (name: string) =>
  [...page(name).matchAll(/<section id="([^"]*)"[^>]* data-rank="(\d+)"/g)].map(([, id, rank]) => `${rank} ${id}`)

test('every example is built here', () => {
  const folders = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(ONLY))
})

describe.each(TOLD)('%s', (name) => {
  test('says where its data come from, and that they are free', () => {
    const { licenses, sources, resources } = JSON.parse(readFileSync(join(EXAMPLES, name, 'data/datapackage.json'), 'utf8'))
    expect(licenses).toEqual([{ title: expect.stringContaining('public domain'), path: expect.stringMatching(/^https:/) }])
    expect(sources.map(({ path }: { path: string }) => path)).toContain('https://github.com/vega/vega-datasets')
    expect(built(name, `data/${resources[0].path}`)).toEqual(readFileSync(join(EXAMPLES, name, 'data', resources[0].path)))
  })

  test('has colours of its own on every page', () => {
    const styles = readdirSync(join(work, name, 'assets')).filter((file) => /^(?:deck|read|speaker)\..*\.css$/.test(file))
    expect(styles).toHaveLength(3)
    for (const file of styles)
      expect(built(name, `assets/${file}`).toString()).toMatch(/@media \(forced-colors:none\)\{:root\{[^}]*--paper:light-dark\(#/)
  })

  test('has no country and no dollar in it', () => {
    expect(page(name)).not.toMatch(/\$|countr(?:y|ies)|deficit|gdp/i)
  })
})

describe('the months', () => {
  test('are told from the wettest to the driest, which is #1', () => {
    expect(told('seattle-rain')).toEqual([
      ...['12 november', '11 december', '10 march', '9 october', '8 january', '7 february'],
      ...['6 april', '5 september', '4 may', '3 august', '2 june', '1 july'],
    ])
  })

  test('have a sentence of their own each', () => {
    const files = readdirSync(join(EXAMPLES, 'seattle-rain/slides')).filter((file) => /^\d+-\w+\.mdx$/.test(file))
    expect(files).toHaveLength(12)
  })

  test('are printed on five pages', () => {
    expect(readPdf(built('seattle-rain', 'handout.pdf')).pages).toHaveLength(5)
  })
})

describe('the years', () => {
  test('are told from the coldest to the warmest', () => {
    const years = told('warm-years')
    expect(years).toHaveLength(144)
    expect([years[0], years.at(-2), years.at(-1)]).toEqual(['144 year-1909', '2 year-2016', '1 year-2023'])
  })

  test('have values below, at and above zero', () => {
    const figures = [...page('warm-years').matchAll(/class="big">([^<]*)</g)].map(([, figure]) => figure)
    expect(figures).toEqual(expect.arrayContaining(['−0.48', '0.00', '+1.17']))
  })

  test('print nothing that nobody asked for', () => expect(existsSync(join(work, 'warm-years/slides.pdf'))).toBe(false))
})

describe('ranks over time', () => {
  test('are told from the lowest rate to the highest, by one spec of which a step says which line is picked out', () => {
    expect(told('jobless-decade')).toHaveLength(14)
    expect(told('jobless-decade').at(-1)).toBe('1 construction')
    const spec = readFileSync(join(EXAMPLES, 'jobless-decade/charts/ranks.vl.json'), 'utf8')
    expect(spec).not.toMatch(/"(?:width|height|autosize|key|config)"|#[\da-f]{3}/i)
  })
})

describe('the charts of a gallery', () => {
  test('are told from the shortest longest day to the longest', () => {
    expect(told('gallery-charts')).toEqual(['3 quito', '2 cape-town', '1 reykjavik'])
  })

  test('say nothing of sizes, colours of their own or keys', () => {
    const folder = join(EXAMPLES, 'gallery-charts/charts')
    const specs = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
    expect(specs).toHaveLength(3)
    for (const spec of specs) expect(spec).not.toMatch(/"(?:width|height|autosize|key|config)"|#[\da-f]{3}/i)
  })

  test('stand on the reading page and on paper', () => {
    const named = [
      ...built('gallery-charts', 'read.html')
        .toString()
        .matchAll(/<svg [^>]*role="img" aria-label="([^"]+)"/g),
    ]
    expect(named.map(([, name]) => name?.split(' ').slice(0, 3).join(' '))).toEqual(
      expect.arrayContaining(['The same lines,', 'The same map', 'Bars of the']),
    )
    expect(readPdf(built('gallery-charts', 'handout.pdf')).pages).toHaveLength(3)
  })

  test('bring the notice of their outlines along', () => {
    expect(built('gallery-charts', 'licences.txt').toString()).toMatch(/^world-atlas .* ISC/m)
  })
})
