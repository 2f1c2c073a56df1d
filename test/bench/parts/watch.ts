import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { median } from 'simple-statistics'
import { openBundled } from '../../browser/open-bundled.ts'
import type { Part, Row } from '../part.ts'

/** One kind of save: what is written, and how the page is known to show it. */
interface Edit {
  what: string
  file: string
  /** What of the file is replaced, and by what the nth time. */
  found: RegExp
  written: (count: number) => string
  /** Text of the slide, or marks of the stage. */
  seen: 'slide' | 'stage'
  most: number
}

const SLIDE = 'thailand'
const EDITS: readonly Edit[] = [
  {
    what: 'a text',
    file: 'slides/12-thailand.mdx',
    found: /^That is( \w+)?/m,
    written: (count) => `That is ${'abcdefghijklmnopqrstuvwxyz'[count % 26]}`,
    seen: 'slide',
    most: 150,
  },
  {
    what: 'a chart',
    file: 'charts/ladder.ts',
    found: /THICKNESS = [\d.]+/,
    written: (count) => `THICKNESS = ${0.6 + (count % 20) / 100}`,
    seen: 'stage',
    most: 400,
  },
  {
    what: 'the data',
    file: 'data/trade-2023.csv',
    found: /Thailand,THA,764,\d+,\d+/,
    written: (count) =>
      `Thailand,THA,764,${40_000_000_000 + (count % 9) * 100_000_000},${58_500_000_000 + (count % 9) * 100_000_000}`,
    seen: 'stage',
    most: 400,
  },
]

const ROUNDS = 15
/** Enough to see memory grow. */
const MANY_ROUNDS = 200
/** More than after which memory is tidied, in ms. */
const PAUSE = 4000

/** How long an author waits after a save, from the write to the picture, and what hundreds of saves leave in memory. */
export const watch: Part = {
  name: 'watch',
  async *run({ root, scratch }) {
    const folder = join(scratch, 'watched')
    for (const part of ['slides', 'data', 'charts', 'components', 'src'])
      cpSync(join(root, part), join(folder, part), { recursive: true })
    const running = await openBundled()
    const child = spawn(process.execPath, ['build.ts', '--watch', folder], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      const page = await openSlide(await running.browser.newPage(), await addressOf(child))
      const rows: Row[] = []
      for (const edit of EDITS) rows.push(await measure(page, folder, edit, child))
      yield { title: 'Live editing, from the save to the changed slide on screen (median)', rows }
      yield { title: `Live editing, ${MANY_ROUNDS} saves`, rows: await measureMemory(page, folder, child) }
    } finally {
      child.kill('SIGINT')
      running.kill()
    }
  },
}

function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    stdout?.on('data', (part) => {
      text += part
      const address = /http:\S+/.exec(text)?.[0]
      // The browser of the tests looks no address up but this name.
      if (address && text.includes('ready in')) resolve(address.replace('127.0.0.1', 'localhost'))
    })
    stdout?.on('end', () => reject(new Error(`the watch ended:\n${text}`)))
  })
}

async function openSlide(page: Page, address: string): Promise<Page> {
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(`${address}#/${SLIDE}`)
  await page.evaluate(() => window.countdown.ready)
  await page.evaluate(() => window.countdown.settled())
  return page
}

async function measure(page: Page, folder: string, edit: Edit, child: ChildProcess): Promise<Row> {
  const times: number[] = []
  let begun: number | undefined
  // The first ones only warm the engine up.
  for (let count = 1; count <= ROUNDS + 3; count++) {
    if (count === 4) begun = processorTimeOf(child)
    const time = await save(page, folder, edit, count)
    if (count > 3) times.push(time)
  }
  const ended = processorTimeOf(child)
  const worked =
    begun === undefined || ended === undefined ? '' : `; ${Math.round((ended - begun) / ROUNDS)} ms of processor time each`
  const note = `${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))} ms in ${ROUNDS} saves${worked}`
  return { what: edit.what, found: median(times), unit: 'ms', most: edit.most, note }
}

/** Writes a file and resolves to the time, in ms, until the frame after the page has changed. */
async function save(page: Page, folder: string, { file, found, written, seen }: Edit, count: number): Promise<number> {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  const place = seen === 'slide' ? `[id="${SLIDE}"]` : '.stage svg'
  const before = await page.evaluate(pictureAt, place)
  const begun = Date.now()
  writeFileSync(path, text.replace(found, written(count)))
  const shown = await page.waitForFunction(isOther, { polling: 'raf', timeout: 120_000 }, place, before)
  const time = Number(await shown.jsonValue()) - begun
  // A page that was loaded anew draws until it is settled.
  await page.waitForFunction(() => window.countdown?.ready.then(() => window.countdown.settled()).then(() => true))
  return time
}

/** Runs in the page: what is found there; of a chart, without what differs between two drawings of it. */
function pictureAt(selector: string): string {
  return document.querySelector(selector)?.innerHTML.replace(/stage-\d+/g, '') ?? ''
}

/** Runs in the page, and in one that has taken its place: the time, in ms since 1970, where something else is there. */
function isOther(selector: string, before: string): number | false {
  const element = document.querySelector(selector)
  const isDrawn = (element?.childElementCount ?? 0) > 1
  return isDrawn && element?.innerHTML.replace(/stage-\d+/g, '') !== before ? Date.now() : false
}

/** Memory of the watching process after some saves of all kinds, and after very many; it is tidied when an author pauses. */
async function measureMemory(page: Page, folder: string, child: ChildProcess): Promise<Row[]> {
  await sleep(PAUSE)
  const before = memoryOf(child)
  for (let count = 1; count <= MANY_ROUNDS; count++) {
    const edit = EDITS[count % EDITS.length]
    if (edit) await save(page, folder, edit, count)
  }
  await sleep(PAUSE)
  const after = memoryOf(child)
  const grown = before !== undefined && after !== undefined ? after - before : undefined
  return [
    { what: 'memory before', found: before, unit: 'MB', note: `after ${EDITS.length * (ROUNDS + 3)} saves` },
    { what: 'memory after', found: after, unit: 'MB' },
    { what: 'growth', found: grown, unit: 'MB', most: 100 },
  ]
}

/** What a process has worked so far, in ms, in the hundredths of a second that Linux counts; other systems do not tell. */
function processorTimeOf({ pid }: ChildProcess): number | undefined {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? []
    return (Number(user) + Number(system)) * 10
  } catch {
    return undefined
  }
}

/** Only Linux tells it of another process. */
function memoryOf({ pid }: ChildProcess): number | undefined {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return found === undefined ? undefined : Number(found) / 1024
  } catch {
    return undefined
  }
}
