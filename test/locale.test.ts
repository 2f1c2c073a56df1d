import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RunningBrowser } from '../src/browser/launch.ts'
import { onPage, print } from '../src/browser/page.ts'
import { composeStory } from '../src/load/compose-story.ts'
import { de } from '../src/messages/de.ts'
import { en } from '../src/messages/en.ts'
import { inlineStyle } from '../src/outputs/assets.ts'
import { deck } from '../src/outputs/deck/deck-output.ts'
import { renderHandout } from '../src/outputs/handout/handout-output.ts'
import { hosting } from '../src/outputs/hosting/hosting-output.ts'
import type { OutputTools } from '../src/outputs/output.ts'
import { read } from '../src/outputs/read/read-output.ts'
import { renderPrintPage } from '../src/outputs/slides/slides-output.ts'
import type { Slide, Story } from '../src/story/story.ts'
import { writeTree } from '../src/tree/write-tree.ts'
import type { OutputFile } from '../src/util/output-file.ts'
import { silent } from '../src/util/report.ts'
import { sharedBrowser } from './browser/shared-browser.ts'
import { openStage } from './client/player/stage-page.ts'
import { findLost } from './find-lost.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { runFolder } from './run-folder.ts'
import { ROOT, storyOf } from './story-of.ts'
import { textsOf } from './texts-of.ts'
import { writeFiles } from './write-files.ts'

const DECKS = join(import.meta.dirname, 'decks')
const work = runFolder('locale')
const tools = { root: ROOT, note: () => undefined } as unknown as OutputTools

let running: RunningBrowser
let german: Story
let hebrew: Story
let pages: Map<string, string>

beforeAll(async () => {
  // The same story in another language: only its words differ.
  cpSync(join(DECKS, 'german'), join(work, 'hebrew'), { recursive: true })
  cpSync(join(DECKS, 'hebrew'), join(work, 'hebrew'), { recursive: true })
  ;[running, german, hebrew] = await Promise.all([sharedBrowser(), storyOf('german'), composeStory(join(work, 'hebrew'), silent)])
  pages = textByPath(await make(german))
})

const make = async (story: Story): Promise<OutputFile[]> =>
  (await Promise.all([deck, read, hosting].map((output) => output.make(story, tools)))).flat()

const textByPath = (files: readonly OutputFile[]) =>
  new Map(files.flatMap(({ path, contents }) => (typeof contents === 'string' ? [[path, contents] as const] : [])))

/** No-break spaces as plain ones. */
const plain = (text = '') => text.replaceAll('\u00a0', ' ')
const written = (slide?: Slide) => plain(slide && writeTree(slide.content))

describe('a German story', () => {
  test('prints numbers and dates alike in prose, headline, facts and alt text', () => {
    const html = written(german.slides[1])
    expect(plain(german.slides[1]?.title)).toBe('Beta misst 1.337,3 Milliarden $')
    expect(html).toContain('Das sind 12 % von allem, Stand 26. April 2025.')
    expect(html).toContain('<dd>26. April 2025</dd>')
    expect(html).toContain('<strong class="rank">Nr. 2 von 3 · Beta</strong>')
    expect(plain(german.wide.states[1]?.name)).toBe('Balken der Beträge: 1.337,3 Milliarden $')
    expect(written(german.slides[0])).toContain('0,1 %')
  })

  test('prints them so in charts, by its own printer and by Vega', () => {
    const texts = [...(german.wide.states[1]?.marks.values() ?? [])].flatMap((mark) =>
      mark.kind === 'text' ? [plain(mark.text)] : [],
    )
    expect(texts).toEqual(
      expect.arrayContaining(['1.337,3 Milliarden $', '1.338,8', '0,0', '6.000,0', '12.000,0', 'Sonntag, 9. März 2025']),
    )
  })

  test('has none of the English words on any page or in any script', () => {
    const own = new Set(textsOf(de).map(([, text]) => text))
    const english = textsOf(en)
      .map(([, text]) => text)
      .filter((text) => !own.has(text))
    expect(english.length).toBeGreaterThan(50)
    for (const [path, text] of pages) {
      const left = path.endsWith('.html')
        ? english.filter((words) => text.includes(`>${words}<`) || text.includes(`="${words}"`))
        : // Short words are words of the language of scripts too; reveal.js has a help of its own, which is not shown.
          english.filter((words) => words.includes(' ') && !/^(?:Next|Previous) slide$/.test(words) && text.includes(words))
      expect(left, path).toEqual([])
    }
    expect(pages.get('index.html')).toContain('>Gehe zu<')
    expect(pages.get('speaker.html')).toContain('Nicht verbunden')
    expect(pages.get('read.html')).toContain('<a class="skip" href="#story">Direkt zur Geschichte</a>')
    expect(pages.get('404.html')).toContain('Unter dieser Adresse ist nichts')
  })

  test('counts in its own notation, and stands at the text of its step', async () => {
    const page = await openStage(running, german.wide, 'de')
    const seen = await page.evaluate(async () => {
      window.stage.show(0)
      const sum = [...document.querySelectorAll('text')].find(({ textContent }) => textContent === '1,5')
      window.stage.show(1)
      const counted: string[] = []
      let isOver = false
      void window.stage.settled().then(() => {
        isOver = true
      })
      while (!isOver) {
        await window.passFrames(1)
        counted.push(sum?.textContent ?? '')
      }
      return counted
    })
    await page.close()
    expect(seen.at(-1)).toBe('1.338,8')
    const between = seen.filter((text) => text !== '1,5' && text !== '1.338,8')
    expect(between.length).toBeGreaterThan(2)
    expect(between.filter((text) => !/^(?:\d{1,3}|1\.\d{3}),\d$/.test(text))).toEqual([])
    expect(between.some((text) => /^1\.\d{3},\d$/.test(text))).toBe(true)
    const amounts = between.map((text) => Number(text.replace('.', '').replace(',', '.')))
    expect(amounts).toEqual(amounts.toSorted((a, b) => a - b))
    expect(Math.min(...amounts)).toBeGreaterThanOrEqual(1.5)
    // What ships is told the notation; the stage above was told by this test.
    const shipped = [...pages].filter(([path]) => /keyframes/.test(path)).map(([, script]) => script)
    expect(shipped).toHaveLength(5)
    for (const script of shipped) expect(script).toContain('"notation":[".",","]')
  })

  test('goes to paper in its own words and numbers', async () => {
    const slides = renderPrintPage(german, await inlineStyle(ROOT, 'src/outputs/slides/slides.css'))
    const handout = renderHandout(german, await inlineStyle(ROOT, 'src/outputs/handout/handout.css'), 'a4').document.html
    const [first, second] = await Promise.all(
      [slides, handout].map((html) => onPage(running, (page) => print(page, html), 20_000)),
    )
    // Between the parts of a page there may be spaces or none.
    const text = (bytes: Uint8Array = new Uint8Array()) =>
      readPdf(bytes)
        .pages.map((page) => page.text)
        .join('')
        .replace(/\s/g, '')
    for (const words of ['1.337,3Milliarden$', 'Nr.2von3', '12.000,0']) expect(text(first)).toContain(words)
    for (const words of [/Seite1von\d/, /26\.April2025/]) expect(text(second)).toMatch(words)
  })
})

describe('a Hebrew story', () => {
  let page: Page
  const folder = join(work, 'dist')

  beforeAll(async () => {
    writeFiles(folder, await make(hebrew))
    page = (await running.browser.newPage()) as unknown as Page
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  })

  let opened = ''

  async function open(file: string, width: number, height: number): Promise<void> {
    await page.setViewport({ width, height })
    if (file !== opened) await page.goto(`file://${join(folder, file)}`)
    opened = file
    await page.evaluate(async () => {
      await window.countdown.ready
      await window.countdown.goTo('beta')
    })
  }

  test.each([
    ['read.html', 1280, 800],
    ['read.html', 390, 844],
    ['index.html', 800, 600],
    ['index.html', 1280, 720],
  ])('%s at %d × %d runs from right to left, with nothing lost and nothing to scroll sideways', async (file, width, height) => {
    await open(file, width, height)
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['he', 'rtl'])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await page.evaluate(findLost)).toEqual([])
  })

  test('the words of a slide stand beside its chart and its controls, not on them', async () => {
    await open('index.html', 1280, 720)
    const overlaps = await page.evaluate(() => {
      const boxes = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect())
      const words = boxes('section.present :is(.kicker, .aside)')
      const others = [...boxes('.stage svg > *'), ...boxes('.switches'), ...boxes('.acts')]
      return words.filter((a) => others.some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom))
        .length
    })
    expect(overlaps).toBe(0)
    const [kicker = 0, aside = 0] = await page.$$eval('section.present .kicker, section.present .aside .figure', (all) =>
      all.map((element) => innerWidth - element.getBoundingClientRect().right),
    )
    expect(kicker).toBeLessThan(60)
    expect(aside).toBeGreaterThan(800)
  })

  test('says in which language its controls are', async () => {
    await open('index.html', 1280, 720)
    const markOf = (selector: string) =>
      page.$eval(selector, (element) => [element.getAttribute('lang'), element.getAttribute('dir')])
    expect(await markOf('.switches')).toEqual(['en', null])
    expect(await markOf('#help')).toEqual(['en', 'ltr'])
    expect(await markOf('#jump-list')).toEqual(['he', 'rtl'])
  })

  test('figures keep the order of their signs, and English words theirs', async () => {
    await open('read.html', 390, 844)
    const order = await page.evaluate(() => {
      const at = (node: Node, index: number) => {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + 1)
        return range.getBoundingClientRect().left
      }
      const leftToRight = (node: Node) =>
        [...(node.textContent ?? '')]
          .map((_, index) => at(node, index))
          .every((x, i, all) => i === 0 || x >= (all[i - 1] as number))
      const figures = [...document.querySelectorAll('#beta .body bdi')].map(({ firstChild }) => firstChild as Node)
      const rank = document.querySelector('#beta .kicker strong')?.firstChild as Node
      return [...figures, rank].map((node) => [node.textContent, leftToRight(node)])
    })
    expect(order).toEqual([
      ['12\u00a0%', true],
      ['−11\u00a0%', true],
      ['#2 of 3', true],
    ])
  })

  test('no page or picture holds marks that fonts have no picture for', async () => {
    for (const [path, text] of textByPath(await make(hebrew)))
      if (path.endsWith('.html')) expect(text, path).not.toMatch(/[\u2066-\u2069]/)
    const texts = hebrew.wide.states.flatMap(({ marks }) =>
      [...marks.values()].map((mark) => (mark.kind === 'text' ? mark.text : '')),
    )
    expect(texts.join('')).not.toMatch(/[\u2066-\u2069]/)
  })

  test('bars of its handout run as charts do, its words the other way', async () => {
    const { html } = renderHandout(hebrew, await inlineStyle(ROOT, 'src/outputs/handout/handout.css'), 'a4').document
    expect(html).toContain('<html lang="he" dir="rtl">')
    expect(html).toContain('<span class="rank" lang="en" dir="ltr">#3</span>')
    expect(html).toContain('content:"page " counter(page) " of " counter(pages)')
  })
})
