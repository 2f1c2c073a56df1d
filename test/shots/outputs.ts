/**
 * `node test/shots/outputs.ts <built folder> <out.jpg> [slide slide scene slide slide]`: what is made on request, in one picture; `docs/outputs.jpg`
 * is made so. The folder has everything: `--also pptx,single,embed,notes,video`. The ids are those of a slide in slides.pptx and in the
 * film, of a chart to embed, of a slide in notes.pdf and in story.html. `soffice` must be installed, and draws with the fonts of the machine.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openDist } from '../bench/open-dist.ts'
import { pdfPages } from './pdf-pages.ts'

const [given = 'dist', out = 'outputs.jpg', ...ids] = process.argv.slice(2)
const [inOffice = 'iraq', inFilm = 'ireland', scene = 'map', inNotes = 'algeria', onPhone = 'canada'] = ids
const folder = resolve(given)
const scratch = mkdtempSync(join(tmpdir(), 'countdown-outputs-'))
const dist = await openDist(folder)
const deck = await dist.open('index.html')
const text = (path: string) => readFileSync(join(folder, path), 'utf8')

/** The ids of the slides, in their order. */
const slides = [...text('index.html').matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)

async function pageOf(pdf: string, number: number): Promise<Uint8Array> {
  let at = 0
  for await (const png of pdfPages(await dist.open(), readFileSync(pdf), 1200)) if (++at === number) return png
  throw new Error(`${pdf}: found no page ${number}`)
}

function office(id: string): Promise<Uint8Array> {
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', scratch, join(folder, 'slides.pptx')])
  return pageOf(join(scratch, 'slides.pdf'), slides.indexOf(id) + 1)
}

/** The film as it stands on a slide, which the captions know by its headline. */
async function film(id: string): Promise<Uint8Array> {
  const headline = await deck.evaluate((slide) => document.getElementById(slide)?.querySelector('.headline')?.textContent ?? '', id)
  const captions = text('story.vtt')
  const begins = captions.slice(0, captions.indexOf(headline)).match(/[\d:.]+(?= --> )/g)?.at(-1) ?? '0:0:0'
  const [hours = 0, minutes = 0, seconds = 0] = begins.split(':').map(Number)
  const page = await dist.open()
  await page.setContent(`<body style="margin:0"><video muted preload="auto" width="1280" src="data:video/webm;base64,${readFileSync(join(folder, 'story.webm'), 'base64')}">`)
  await page.evaluate(async (time) => {
    const video = document.querySelector('video') as HTMLVideoElement
    while (video.readyState < video.HAVE_FUTURE_DATA) await new Promise(requestAnimationFrame)
    video.currentTime = time
    await new Promise((seeked) => Object.assign(video, { onseeked: seeked }))
  }, hours * 3600 + minutes * 60 + seconds + 3)
  return page.screenshot()
}

async function chart(name: string): Promise<Uint8Array> {
  const page = await dist.open(undefined, { width: 720, height: 506 })
  await page.goto(new URL(`embed/${name}.html`, deck.url()).href)
  return page.screenshot()
}

async function phone(id: string): Promise<Uint8Array> {
  const page = await dist.open(`story.html#read/${id}`, { width: 390, height: 844 })
  await page.evaluate(() => window.countdown.settled())
  return page.screenshot()
}

try {
  const shots = [
    ['slides.pptx, for PowerPoint', await office(inOffice), 570, 321],
    ['story.webm and story.mp4', await film(inFilm), 570, 321],
    [`embed/${scene}.html, on another page`, await chart(scene), 570, 400],
    ['notes.pdf', await pageOf(join(folder, 'notes.pdf'), Math.floor(slides.indexOf(inNotes) / 2) + 1), 570, 400],
    ['story.html, all in one file', await phone(onPhone), 320, 690],
  ] as const
  const cells = shots.map(([name, png, width, height]) => {
    const data = Buffer.from(png).toString('base64')
    return `<figure><div style="width:${width}px;height:${height}px"><img src="data:image/png;base64,${data}" width="${width}"></div><figcaption>${name}</figcaption></figure>`
  })
  const style = `body{margin:0;display:grid;grid-template-columns:570px 570px 320px;gap:30px;padding:36px 40px 0;background:#e8e4da;font:24px sans-serif}
    figure{margin:0}figure:last-child{grid-area:1/3/3}div{overflow:hidden;background:#fff;box-shadow:0 1px 6px #0003}figcaption{padding-top:10px}`
  const page = await dist.open(undefined, { width: 1600, height: 900 })
  await page.setContent(`<style>${style}</style>${cells.join('')}`)
  writeFileSync(out, await page.screenshot({ type: 'jpeg', quality: 82 }))
} finally {
  await dist.close()
  rmSync(scratch, { recursive: true })
}
