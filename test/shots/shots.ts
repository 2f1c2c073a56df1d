/** `npm run shots -- [deck folder] [out]`: pictures of every slide, of the reading page and of every PDF page of a built deck, and contact sheets of them. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { openBrowser } from '../../src/browser/open.ts'
import type { Countdown } from '../../src/client/ui/api.ts'
import { describeFailure } from '../../src/cli/failure.ts'
import { readOutputs } from '../../src/publish/read-built.ts'
import { serve } from '../../src/dev/serve.ts'
import { contactSheet, type Shot } from './contact-sheet.ts'
import { pdfPages } from './pdf-pages.ts'

declare global {
  interface Window {
    countdown: Countdown
  }
}

const [, , folder = '.', to = join(folder, 'shots')] = process.argv
const dist = resolve(folder, 'dist')
const out = resolve(to)

/** Contact sheets hold this many pictures: more would be too small to judge. */
const PER_SHEET = 20

/** How a page of ours is photographed step by step. */
interface View {
  name: string
  file: string
  width: number
  height: number
  dark?: boolean
  /** Columns of the contact sheet, and the width of a cell in px. */
  columns: number
  cell: number
}

const VIEWS: readonly View[] = [
  { name: 'deck', file: 'index.html', width: 1280, height: 720, columns: 4, cell: 480 },
  { name: 'deck-dark', file: 'index.html', width: 1280, height: 720, dark: true, columns: 4, cell: 480 },
  { name: 'read-phone', file: 'read.html', width: 390, height: 844, columns: 7, cell: 260 },
  { name: 'read-wide', file: 'read.html', width: 1280, height: 800, columns: 4, cell: 480 },
]

async function photographSteps(page: Page, address: string, { file, width, height, dark = false }: View): Promise<Shot[]> {
  await page.setViewport({ width, height })
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])
  await page.goto('about:blank')
  await page.goto(`${address}${file}`)
  await page.evaluate(() => window.countdown.ready)
  const ids = await page.$$eval('.slides > section, article[id]', (steps) => steps.map((step) => step.id))
  const shots: Shot[] = []
  for (const [index, id] of ids.entries()) {
    await page.evaluate(async (target) => {
      window.countdown.goTo(target)
      await window.countdown.settled()
    }, id)
    shots.push({ name: `${String(index + 1).padStart(2, '0')}-${id}`, png: await page.screenshot({ type: 'png' }) })
  }
  return shots
}

async function photographPdf(page: Page, name: string): Promise<Shot[]> {
  const shots: Shot[] = []
  for await (const png of pdfPages(page, readFileSync(join(dist, name)), 1000)) {
    shots.push({ name: `page-${String(shots.length + 1).padStart(2, '0')}`, png })
  }
  return shots
}

async function save(page: Page, name: string, shots: readonly Shot[], layout: { columns: number; width: number }): Promise<void> {
  const folder = join(out, name)
  mkdirSync(folder, { recursive: true })
  for (const shot of shots) writeFileSync(join(folder, `${shot.name}.png`), shot.png)
  for (let start = 0; start < shots.length; start += PER_SHEET) {
    const sheet = await contactSheet(page, shots.slice(start, start + PER_SHEET), layout)
    writeFileSync(join(out, `${name}-sheet-${start / PER_SHEET + 1}.png`), sheet)
  }
  console.log(`${name}: ${shots.length} pictures`)
}

/** The outputs of a built deck; whoever has not built it is told to. */
function filesOf(folder: string): ReturnType<typeof readOutputs> {
  try {
    return readOutputs(folder)
  } catch (error) {
    const { text, code } = describeFailure(error)
    console.error(text)
    process.exit(code)
  }
}

const files = filesOf(dist)
rmSync(out, { recursive: true, force: true })
const server = await serve(() => files, 4400)
const running = await openBrowser()
try {
  const page = await running.browser.newPage()
  const sheets = await running.browser.newPage()
  for (const view of VIEWS.filter(({ file }) => existsSync(join(dist, file)))) {
    await save(sheets, view.name, await photographSteps(page, server.url.replace('127.0.0.1', 'localhost'), view), { columns: view.columns, width: view.cell })
  }
  for (const name of ['slides.pdf', 'handout.pdf'].filter((file) => existsSync(join(dist, file)))) {
    const width = name === 'slides.pdf' ? 480 : 400
    await save(sheets, name, await photographPdf(page, name), { columns: Math.floor(1920 / width), width })
  }
  console.log(`in ${out}`)
} finally {
  running.kill()
  await server.close()
}
