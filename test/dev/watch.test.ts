import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samples } from '../pictures/samples.ts'
import { type LiveDeck, type LivePage, openLive, watchMinimal } from './live-deck.ts'

let live: LiveDeck
let browser: Awaited<ReturnType<typeof openLive>>
let deck: LivePage

beforeAll(async () => {
  ;[live, browser] = await Promise.all([watchMinimal(), openLive()])
  deck = await browser.open(`${live.url}#/beta`)
})
afterAll(async () => {
  browser.close()
  await live.stop()
})

// Of a page that loads anew, once it is at its address.
const step = () =>
  deck.page.waitForFunction(() => window.countdown?.ready.then(() => window.countdown?.step)).then((found) => found.jsonValue())
const widths = () =>
  deck.page.evaluate(() => [...document.querySelectorAll('.stage svg rect')].map((bar) => Number(bar.getAttribute('width'))))

test('a text is exchanged in place; the presenter stays where they are', async () => {
  live.edit('slides/2-beta.mdx', 'sentence', 'phrase')
  await deck.shows('#beta', 'The only phrase of the year')
  expect(await step()).toEqual({ index: 1, id: 'beta' })
  expect(await deck.isSame()).toBe(true)
  expect(await deck.page.title()).toBe('Beta measures 4, more than Gamma – Three letters')
})

test('a figure changes the sentence, the chart and the title', async () => {
  const before = await widths()
  live.edit('data/records.ts', 'size: 4', 'size: 6')
  await deck.shows('#beta', 'Beta measures 6')
  await deck.page.waitForFunction(() => document.title.startsWith('Beta measures 6'))
  await deck.page.waitForFunction(
    (width) => Number([...document.querySelectorAll('.stage svg rect')].at(-1)?.getAttribute('width')) > width,
    {},
    before.at(-1) ?? 0,
  )
  expect((await widths()).at(-1)).toBe((before.at(-1) ?? 0) * 1.5)
  expect(await step()).toEqual({ index: 1, id: 'beta' })
})

test('a chart is drawn anew', async () => {
  live.edit('charts/bars.ts', 'domain: [0, 10]', 'domain: [0, 20]')
  await deck.page.waitForFunction(
    () => Number([...document.querySelectorAll('.stage svg rect')].at(-1)?.getAttribute('width')) < 400,
  )
  expect(await step()).toEqual({ index: 1, id: 'beta' })
})

test('a mistake is laid over the last good page with its place, line and fix, and goes by itself', async () => {
  await deck.mark()
  live.edit('slides/2-beta.mdx', 'by.beta.size', 'by.beta.siz')
  await deck.warns('did you mean `size`?')
  const overlay = await deck.page.$eval('.live-overlay', (box) => ({
    place: box.querySelector('.live-location')?.textContent,
    line: box.querySelector('pre')?.textContent,
    marked: box.querySelector('mark')?.textContent,
    onTop: document.elementFromPoint(640, 715)?.closest('.live-overlay') === box,
  }))
  expect(overlay).toEqual({
    place: 'slides/2-beta.mdx:3:26',
    line: '# Beta measures {by.beta.siz}, more than {by.gamma.name}',
    marked: 'siz',
    onTop: true,
  })
  await deck.shows('#beta', 'Beta measures 6')
  expect(live.lines.join('\n')).toContain('slides/2-beta.mdx:3:26 `by.beta.siz`')
  await deck.page.keyboard.press('ArrowRight')
  expect(await step()).toEqual({ index: 2, id: 'door' })
  await deck.page.keyboard.press('ArrowLeft')
  live.edit('slides/2-beta.mdx', 'by.beta.siz', 'by.beta.size')
  await deck.warns(undefined)
  expect(await deck.isSame()).toBe(true)
})

test('a picture is waited for, exchanged when it is saved, and missed when it goes', async () => {
  await deck.mark()
  const picture = join(live.folder, 'pictures/lid.png')
  const shown = () => deck.page.$eval('#door img', ({ src }) => src)
  const text = readFileSync(join(live.folder, 'slides/door.mdx'), 'utf8')
  live.edit('slides/door.mdx', '<Notes>', '![A lid](../pictures/lid.png)\n\n<Notes>')
  await deck.warns('found no file `pictures/lid.png`')
  mkdirSync(join(live.folder, 'pictures'))
  writeFileSync(picture, samples.png)
  await deck.warns(undefined)
  await deck.page.waitForSelector('#door img')
  const before = await shown()
  writeFileSync(picture, Buffer.concat([samples.png, Buffer.from('other')]))
  await deck.page.waitForFunction((src) => document.querySelector<HTMLImageElement>('#door img')?.src !== src, {}, before)
  expect(await deck.page.$eval('#door img', (lid) => lid.decode().then(() => lid.naturalWidth))).toBe(30)
  rmSync(picture)
  await deck.warns('found no file `pictures/lid.png`')
  expect(await shown()).not.toBe(before)
  writeFileSync(join(live.folder, 'slides/door.mdx'), text)
  await deck.warns(undefined)
  expect(await deck.isSame()).toBe(true)
})

test('half a save is no mistake', async () => {
  const path = join(live.folder, 'slides/2-beta.mdx')
  live.edit('slides/2-beta.mdx', 'phrase', 'saying')
  await deck.shows('#beta', 'The only saying')
  const text = readFileSync(path, 'utf8')
  await deck.page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('.live-overlay')) document.documentElement.dataset.warned = ''
    }).observe(document.body, { childList: true })
  })
  writeFileSync(path, text.slice(0, text.indexOf('{by.beta.size}') + 5))
  await pause(200)
  writeFileSync(path, text.replace('saying', 'proverb'))
  await deck.shows('#beta', 'The only proverb')
  expect(await deck.page.evaluate(() => 'warned' in document.documentElement.dataset)).toBe(false)
  writeFileSync(path, text)
  await deck.shows('#beta', 'The only saying')
})

test('a file that is deleted is missed until it is there again', async () => {
  const path = join(live.folder, 'slides/door.mdx')
  const text = readFileSync(path, 'utf8')
  rmSync(path)
  await deck.warns('the slide `door` has no file')
  writeFileSync(path, text.replace('A door opens', 'A gate opens'))
  await deck.warns(undefined)
  await deck.shows('#door', 'A gate opens')
})

test('of a storm of saves the last one counts', async () => {
  await deck.mark()
  const path = join(live.folder, 'slides/2-beta.mdx')
  const text = readFileSync(path, 'utf8')
  const renewals = () => live.lines.filter((line) => line.includes('renewed')).length
  const before = renewals()
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  for (let count = 0; count < 200; count++) {
    writeFileSync(path, text.replace('saying', `word ${words[Math.floor(count / 10) % 10]} ${words[count % 10]}`))
    if (count % 4 === 0) await pause(5)
  }
  await deck.shows('#beta', 'The only word ten ten')
  expect(renewals() - before).toBeLessThan(100)
  writeFileSync(path, text)
  await deck.shows('#beta', 'The only saying')
  expect(await deck.isSame()).toBe(true)
})

test('a switch of hundreds of files ends in the state of the other branch', async () => {
  for (let count = 0; count < 300; count++) {
    const folder = join(live.folder, 'charts', `part-${count % 20}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${count}.ts`), `export const part = ${count}\n`)
  }
  live.edit('charts/bars.ts', 'import { records }', "import { part } from './part-19/299.ts'\nimport { records }")
  live.edit('charts/bars.ts', 'domain: [0, 20]', 'domain: [0, part]')
  live.edit('slides/2-beta.mdx', 'saying', 'branch')
  await deck.shows('#beta', 'The only branch')
  // A file of a folder that did not exist at the start is watched as well.
  live.edit('charts/part-19/299.ts', '299', '12')
  await deck.page.waitForFunction(
    () => Number([...document.querySelectorAll('.stage svg rect')].at(-1)?.getAttribute('width')) === 630,
  )
})

test('a deck whose folder has gone is waited for', async () => {
  await deck.mark()
  renameSync(live.folder, `${live.folder}-away`)
  await deck.warns('found no slides/deck.ts')
  renameSync(`${live.folder}-away`, live.folder)
  await deck.warns(undefined)
  live.edit('slides/2-beta.mdx', 'branch', 'return')
  await deck.shows('#beta', 'The only return')
  expect(await deck.isSame()).toBe(true)
})

test('another order of slides loads the page anew, at the same slide', async () => {
  await deck.mark()
  live.edit('slides/deck.ts', "['gamma', 'beta', 'door', 'alpha']", "['gamma', 'door', 'beta', 'alpha']")
  await deck.page.waitForFunction(() => window.countdown?.step.index === 2)
  expect(await step()).toEqual({ index: 2, id: 'beta' })
  expect(await deck.isSame()).toBe(false)
  expect(deck.faults).toEqual([])
})

test('the reading page and the handout are live too, and stay where they are read', async () => {
  const [read, handout] = [await browser.open(`${live.url}read.html#alpha`), await browser.open(`${live.url}handout.html`)]
  const top = () => read.page.$eval('#alpha', (article) => Math.round(article.getBoundingClientRect().top))
  await read.page.evaluate(() => window.countdown.goTo('alpha'))
  const before = await top()
  live.edit('slides/2-beta.mdx', 'The only', `${'More and more words. '.repeat(60)}\n\nThe only`)
  await Promise.all([read.shows('#beta', 'More and more words.'), handout.shows('body', 'Beta measures 6')])
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  expect(await read.isSame()).toBe(true)
  live.edit('data/records.ts', 'size: 6', 'size: 7')
  await Promise.all([read.shows('#beta', 'Beta measures 7'), handout.shows('body', 'Beta measures 7')])
  await expect.poll(async () => Math.abs((await top()) - before), { timeout: 5000 }).toBeLessThanOrEqual(5)
  expect(read.faults).toEqual([])
  expect(handout.faults).toEqual([])
})

test('a deck that is broken at the start is served as soon as it is mended', async () => {
  const broken = await watchMinimal((folder) => writeFileSync(join(folder, 'slides/door.mdx'), '# A door {'))
  const page = await browser.open(broken.url)
  await page.warns('slides/door.mdx:1')
  writeFileSync(join(broken.folder, 'slides/door.mdx'), '# A door opens at last')
  await page.shows('#door', 'A door opens at last')
  await page.warns(undefined)
  await broken.stop()
})
