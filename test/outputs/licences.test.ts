import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { buildHere } from '../build-here.ts'
import { built } from '../built.ts'
import { runFolder } from '../run-folder.ts'
import { ROOT } from '../story-of.ts'

const FONTS = globSync('node_modules/@fontsource/*/files/*.woff2', { cwd: ROOT })

const squeezed = (text: string) => text.replace(/\s+/g, '')
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const fontPackages = new Map(FONTS.map((path) => [hashOf(join(ROOT, path)), path.split('/').slice(1, 3).join('/')]))

/** The packages whose code is in the scripts of these entries, by esbuild itself. */
async function bundledIn(...entries: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: entries.map((entry) => join(ROOT, entry)),
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'out',
    external: ['vega-lite', 'vega-parser', 'vega-crossfilter', 'vega-force', 'vega-hierarchy', 'vega-label', 'vega-wordcloud'],
  })
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs))
  const used = inputs.filter(([path, { bytesInOutput }]) => path.includes('node_modules/') && bytesInOutput > 0)
  return used.map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? '')
}

/** Names of the packages that a file of notices names. */
function namedIn(text: string): string[] {
  return [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S* · /gm)].map(([, name = '']) => name)
}

function fontsIn(dist: string): string[] {
  const files = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.woff2'))
  return files.map((name) => fontPackages.get(hashOf(join(dist, 'assets', name))) ?? `a font of no package: ${name}`)
}

let scripts: string[]
let live: string[]
beforeAll(async () => {
  scripts = await bundledIn(
    'src/client/deck/start-deck.ts',
    'src/client/read/start-read.ts',
    'src/client/speaker/start-speaker.ts',
    'src/client/ui/late.ts',
    'src/client/ui/open-story.ts',
  )
  live = await bundledIn('src/client/interactive/draw-chart.ts')
})

describe('licences.txt', () => {
  test('of the shipped deck names what was bundled, the fonts and the outlines, and nothing else', async () => {
    const dist = await built()
    const text = readFileSync(join(dist, 'licences.txt'), 'utf8')
    const expected = new Set([...scripts, ...live, ...fontsIn(dist), 'world-atlas', 'countdown-story'])
    expect(new Set(namedIn(text))).toEqual(expected)
    expect(fontsIn(dist).length).toBeGreaterThan(0)
    for (const name of expected) {
      const folder = name === 'countdown-story' ? ROOT : join(ROOT, 'node_modules', name)
      const [file = ''] = globSync('LICENSE*', { cwd: folder })
      const sentences = readFileSync(join(folder, file), 'utf8').split(/\n|(?<=\.) /)
      for (const sentence of sentences) expect(squeezed(text), name).toContain(squeezed(sentence))
    }
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1')
  })

  test('is linked from both pages', async () => {
    const dist = await built()
    for (const page of ['index.html', 'read.html'])
      expect(readFileSync(join(dist, page), 'utf8')).toContain('<a href="licences.txt"')
  })

  test('has the notice of a font that is installed for the deck alone', async () => {
    const folder = join(runFolder('licences'), 'deck')
    cpSync(join(ROOT, 'test/decks/minimal'), folder, { recursive: true })
    const installed = 'node_modules/@fontsource/noto-sans-hebrew'
    cpSync(join(ROOT, installed), join(folder, installed), { recursive: true })
    appendFileSync(join(folder, installed, 'LICENSE'), '\nOf the deck alone.\n')
    const slide = join(folder, 'slides/2-beta.mdx')
    writeFileSync(slide, readFileSync(slide, 'utf8').replace('sentence', 'sentence ש'))
    await buildHere([folder, '--only', 'read'], printer)
    expect(readFileSync(join(folder, 'dist/licences.txt'), 'utf8')).toContain('Of the deck alone.')
  })

  test('of a deck without a map names no outlines, and is made when only the PDF of its slides is', async () => {
    const out = join(runFolder('licences'), 'dist')
    const make = (only: string) => buildHere([join(ROOT, 'test/decks/minimal'), '--only', only, '--out', out], printer)
    await make('slides')
    const printed = readFileSync(join(out, 'licences.txt'), 'utf8')
    expect(new Set(namedIn(printed))).toEqual(
      // The signs of the machine's own words are in the style of every page.
      new Set([
        'countdown-story',
        ...['source-sans-3', 'source-serif-4', 'noto-sans-symbols'].map((name) => `@fontsource/${name}`),
      ]),
    )
    await make('deck,read')
    const both = readFileSync(join(out, 'licences.txt'), 'utf8')
    expect(readdirSync(out)).toContain('slides.pdf')
    const hasLive = readdirSync(join(out, 'assets')).some((name) => name.startsWith('draw-chart'))
    expect(new Set(namedIn(both))).toEqual(new Set([...scripts, ...(hasLive ? live : []), ...fontsIn(out), 'countdown-story']))
  })
})
