import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { type OpenDist, openDist } from '../open-dist.ts'
import type { Part, Row, Table, Tools } from '../part.ts'

/** Groups of like files, told together. */
const GROUPS = [/^share\/.*\.html$/, /^share\/.*\.png$/, /\.woff2$/]

/** How heavy every output is, and what the audience downloads of it and when. */
export const sizes: Part = {
  name: 'sizes',
  async *run(tools) {
    const dist = await openDist(await tools.dist())
    try {
      yield outputs(dist.files)
      yield await downloads(dist, tools)
    } finally {
      await dist.close()
    }
  },
}

function outputs(files: OpenDist['files']): Table {
  const grouped = Map.groupBy(files, ([path]) => GROUPS.find((group) => group.test(path))?.source ?? path)
  const rows = [...grouped.values()].map((members): Row => {
    const [first = ''] = members[0] ?? []
    const raw = members.reduce((sum, [, contents]) => sum + contents.length, 0)
    const packed = members.reduce((sum, [path, contents]) => sum + transferred(path, contents), 0)
    const what = members.length > 1 ? `${members.length} like ${first}` : first.replace(/\.[0-9a-f]{8}\./, '.')
    return { what, found: packed / 1000, unit: 'KB', note: `${(raw / 1000).toFixed(1)} KB on disk` }
  })
  return { title: 'Outputs (after brotli where it helps)', rows }
}

/** Bytes that a good server sends: pictures, fonts and documents are packed already. */
function transferred(path: string, contents: Uint8Array): number {
  return /\.(png|woff2|pdf)$/.test(path) ? contents.length : brotliCompressSync(contents).length
}

/** A request, and whether nothing is painted without it. */
type BlockingEntry = PerformanceResourceTiming & { renderBlockingStatus: 'blocking' | 'non-blocking' }

/** Paths of all that a page has asked for, itself included; or only of what nothing is painted without. */
function asked(page: Page, { blocking = false } = {}): Promise<string[]> {
  return page.evaluate((onlyBlocking) => {
    const resources = performance.getEntriesByType('resource') as BlockingEntry[]
    const wanted = resources.filter((entry) => !onlyBlocking || entry.renderBlockingStatus === 'blocking')
    return [...new Set([location.href, ...wanted.map(({ name }) => name)].map((name) => new URL(name).pathname.slice(1)))]
  }, blocking)
}

/** Keyframes and the later script are asked for by a script that runs once the first words are there; everything else counts as needed for them. */
const isKeyframes = (path: string) => path.includes('/keyframes')
const isLater = (path: string) => isKeyframes(path) || path.includes('/late.')
/** The chart that comes alive, and Vega, are asked for when the reader comes near it. */
const isLive = (path: string) => /\/(?:draw-)?chart\./.test(path)

async function downloads(dist: OpenDist, { root }: Tools): Promise<Table> {
  const row = (what: string, paths: readonly string[], most?: number): Row => {
    const bytes = paths.reduce((sum, path) => sum + transferred(path, dist.files.get(path) ?? new Uint8Array()), 0)
    return { what, found: bytes / 1000, unit: 'KB', ...(most && { most }), note: `${paths.length} files` }
  }
  const deck = await asked(await dist.open('index.html'))
  const page = await dist.open('read.html', { width: 390, height: 844 })
  const blocking = await asked(page, { blocking: true })
  await scrollThrough(page)
  const read = (await asked(page)).filter((path) => !isLive(path))
  const player = await playerSize(root)
  return {
    title: 'Downloads (brotli, fonts included; the reading page on a phone)',
    rows: [
      row(
        'deck, before the first slide shows',
        deck.filter((path) => !isLater(path)),
        120,
      ),
      row('deck, with its stage', deck),
      row('keyframes of the whole story', deck.filter(isKeyframes), 40),
      { what: 'player', found: player / 1000, unit: 'KB', most: 8, note: 'minified by itself' },
      row('reading page, before its first text shows', blocking, 60),
      row(
        'reading page, with fonts and script',
        read.filter((path) => !isKeyframes(path)),
      ),
      row('reading page, whole, scrolled to its end', read, 200),
      row('the chart that comes alive, when a reader comes near it', (await asked(page)).filter(isLive)),
    ],
  }
}

/** Whatever is loaded only when it comes near is loaded then. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: 'instant' })
      await new Promise(requestAnimationFrame)
    }
  })
  await page.waitForNetworkIdle({ idleTime: 300 })
}

/** The player as the pages have it, minified, without the rest of their scripts. */
async function playerSize(root: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export { createStage } from './src/client/player/player.ts'`, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'player',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    outdir: join(root, 'out'),
  })
  return brotliCompressSync(outputFiles[0]?.contents ?? new Uint8Array()).length
}
