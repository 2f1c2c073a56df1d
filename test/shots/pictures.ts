/**
 * `npm run pictures -- [name …]`: builds this story, the examples and the deck of layouts, and makes the pictures of README and docs anew,
 * all or those with these names.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { type OpenDist, openDist } from '../bench/open-dist.ts'
import { pdfPages } from './pdf-pages.ts'

/** What is shown of a deck's outputs: a step of a page, a page of a document, or a moment of the film, in s. */
interface Tile {
  file: string
  id?: string
  page?: number
  second?: number
  /** Where it stands in the picture, in px; the window that it is photographed in has the same proportions. */
  at: readonly [x: number, y: number, width: number, height: number]
  /** How wide the window is, in px. */
  window: number
  caption?: string
}

/** A picture and the deck that it shows. */
interface Picture {
  deck: string
  size: readonly [width: number, height: number]
  tiles: readonly Tile[]
  also?: string
}

const slide = (id: string, x: number, y: number, width: number): Tile => ({
  file: 'index.html',
  id,
  at: [x, y, width, (width * 9) / 16],
  window: 1280,
})
const example = (deck: string, id: string, phone: string, page: number): Picture => ({
  deck,
  size: [1698, 600],
  tiles: [
    slide(id, 28, 30, 960),
    { file: 'read.html', id: phone, at: [1012, 30, 250, 540], window: 390 },
    { file: 'handout.pdf', page, at: [1286, 30, 382, 540], window: 764 },
  ],
})
const LAYOUTS = ['columns', 'compare', 'quote', 'number', 'section', 'view', 'left', 'ground']

const pictures: Readonly<Record<string, Picture>> = {
  story: {
    deck: '.',
    size: [1720, 590],
    tiles: [
      slide('jordan', 10, 10, 500),
      slide('cambodia', 520, 10, 500),
      slide('germany', 10, 300, 500),
      slide('china', 520, 300, 500),
      { file: 'read.html', id: 'half', at: [1030, 10, 264, 571], window: 390 },
      { file: 'handout.pdf', page: 8, at: [1304, 10, 404, 571], window: 808 },
    ],
  },
  outputs: {
    deck: '.',
    size: [1600, 900],
    also: 'embed,notes,single,video',
    tiles: [
      { ...slide('iraq', 40, 36, 570), file: 'slides.pdf', page: 29, caption: 'slides.pdf' },
      { ...slide('', 640, 36, 570), file: 'story.webm', second: 630, caption: 'story.webm and story.mp4' },
      { file: 'embed/map.html', at: [40, 424, 570, 400], window: 720, caption: 'embed/map.html, on another page' },
      { file: 'notes.pdf', page: 11, at: [640, 424, 570, 400], window: 720, caption: 'notes.pdf' },
      { file: 'story.html', id: 'canada', at: [1240, 36, 320, 692], window: 390, caption: 'story.html, all in one file' },
    ],
  },
  'example-seattle-rain': example('examples/seattle-rain', 'july', 'september', 3),
  'example-warm-years': example('examples/warm-years', 'all', 'year-2010', 1),
  'example-gallery-charts': {
    deck: 'examples/gallery-charts',
    size: [1512, 300],
    tiles: ['reykjavik', 'june', 'months'].map((id, i) => slide(id, 12 + i * 500, 12, 488)),
  },
  layouts: {
    deck: 'test/decks/authored',
    size: [1316, 1500],
    tiles: LAYOUTS.map((id, i) => slide(id, 12 + (i % 2) * 652, 12 + Math.floor(i / 2) * 374, 640)),
  },
}

async function photograph(dist: OpenDist, { file, id, page: number = 1, second, at, window: width }: Tile): Promise<Uint8Array> {
  if (file.endsWith('.pdf')) return pageOf(dist, file, number, width)
  const page = await dist.open(second === undefined ? file : undefined, { width, height: Math.round((width * at[3]) / at[2]) })
  try {
    if (second !== undefined) await showFilm(page, dist.files.get(file), second)
    if (id) {
      await page.evaluate(async (step) => {
        window.countdown.motion = false
        await window.countdown.goTo(step)
        await window.countdown.settled()
      }, id)
    }
    return await page.screenshot({ type: 'png' })
  } finally {
    await page.close()
  }
}

async function pageOf(dist: OpenDist, file: string, number: number, width: number): Promise<Uint8Array> {
  const page = await dist.open()
  let count = 0
  for await (const png of pdfPages(page, dist.files.get(file) ?? new Uint8Array(), width)) if (++count === number) return png
  throw new Error(`${file} has ${count} pages, and not ${number}`)
}

async function showFilm(page: Page, film: Uint8Array | undefined, second: number): Promise<void> {
  const data = Buffer.from(film ?? []).toString('base64')
  await page.setContent(`<body style="margin:0"><video muted style="width:100vw" src="data:video/webm;base64,${data}"></video>`)
  await page.evaluate(async (time) => {
    const video = document.querySelector('video')
    if (!video) return
    video.currentTime = time
    await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
  }, second)
}

/** Tiles at their places on a ground of their own, with what they are below. */
async function compose(dist: OpenDist, { size, tiles }: Picture): Promise<Uint8Array> {
  const figures: string[] = []
  for (const tile of tiles) {
    const [x, y, width, height] = tile.at
    const source = `data:image/png;base64,${Buffer.from(await photograph(dist, tile)).toString('base64')}`
    const crop = `width:${width}px;height:${height}px;object-fit:cover;object-position:top`
    figures.push(`<figure style="left:${x}px;top:${y}px"><img style="${crop}" src="${source}"><figcaption>${tile.caption ?? ''}</figcaption></figure>`)
  }
  const style = `body{margin:0;background:#d8d4ca;font:22px/48px 'Source Sans 3',sans-serif}figure{position:absolute;margin:0}img{display:block}`
  const page = await dist.open(undefined, { width: size[0], height: size[1] })
  await page.setContent(`<style>${style}</style>${figures.join('')}`)
  return page.screenshot({ type: 'jpeg', quality: 82 })
}

const wanted = process.argv.slice(2)
for (const [name, picture] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const folder = join(mkdtempSync(join(tmpdir(), 'pictures-')), 'dist')
  const also = picture.also === undefined ? [] : ['--also', picture.also]
  execFileSync(process.execPath, ['--import', './check-node.js', 'build.ts', picture.deck, '--out', folder, ...also], { stdio: 'ignore' })
  const dist = await openDist(folder)
  try {
    writeFileSync(`docs/${name}.jpg`, await compose(dist, picture))
    console.log(`docs/${name}.jpg`)
    if (name === 'story') execFileSync(process.execPath, ['test/shots/move-strip.ts', folder, 'switzerland', 'map', 'docs/move.jpg'])
  } finally {
    await dist.close()
    rmSync(join(folder, '..'), { recursive: true })
  }
}
