import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { composeStory } from '../../src/load/compose-story.ts'
import { deck } from '../../src/outputs/deck/deck-output.ts'
import { handout } from '../../src/outputs/handout/handout-output.ts'
import { notes } from '../../src/outputs/notes/notes-output.ts'
import type { Output } from '../../src/outputs/output.ts'
import { read } from '../../src/outputs/read/read-output.ts'
import { slides } from '../../src/outputs/slides/slides-output.ts'
import type { Story } from '../../src/story/story.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import type { OutputFile } from '../../src/util/output-file.ts'
import { newContext, sharedPrinter as printer } from '../browser/shared-browser.ts'
import { readPdf } from '../pdf/read-pdf.ts'
import { samples } from '../pictures/samples.ts'
import { runFolder } from '../run-folder.ts'
import { ROOT } from '../story-of.ts'
import { writeFiles } from '../write-files.ts'
import { toolsWith } from './tools.ts'

const work = runFolder('with-pictures')
const tools = toolsWith({ printer })
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2" width="30" height="20"><path fill="red" d="M0 0h3v2z"/></svg>'

let story: Story
beforeAll(async () => {
  cpSync(join(ROOT, 'test/decks/minimal'), work, { recursive: true })
  const write = (file: string, contents: string | Uint8Array) => writeFileSync(join(work, 'slides', file), contents)
  for (const [name, bytes] of Object.entries(samples)) write(`${name}.${endingOf(name)}`, bytes)
  write('drawing.svg', drawing)
  write(
    'door.mdx',
    '# A door opens\n\n![Seen by all](png.png) ![Also](drawing.svg)\n\n<Notes>![Seen by the speaker](gif.gif)</Notes>',
  )
  write(
    '2-beta.mdx',
    `# Beta has others\n\n![1 &\nmore \u2068x\u2069 &euro;](jpeg.jpg) ![2](lossyWebp.webp) ![3](avif.avif) ![4](png.png)`,
  )
  story = await composeStory(work, { line: () => undefined, step: async (_, run) => run() })
})

function endingOf(sample: string): string {
  return /webp$/i.exec(sample)?.[0].toLowerCase() ?? (/^(?:jpeg|progressive)$/.test(sample) ? 'jpg' : sample)
}

const make = (output: Output, made: Story = story) => output.make(made, tools)
const contentsOf = (files: readonly OutputFile[], page: string) => String(files.find(({ path }) => path === page)?.contents)
const picturesOf = (html: string) =>
  [...html.matchAll(/<img [^>]*?src="([^"]+)" alt="([^"]*)"/g)].map(([, path = '', alt]) => ({ path, alt }))

test('each page has its pictures as files, each once; those of the notes are for the deck alone', async () => {
  const [made, readable] = [await make(deck), await make(read)]
  const pictures = (files: readonly OutputFile[]) => files.filter(({ path }) => /\.(?:png|jpg|webp|avif|gif|svg)$/.test(path))
  expect(
    pictures(made)
      .map(({ path }) => path.replace(/\.[\da-f]{8}\./, '.'))
      .sort(),
  ).toEqual(['avif.avif', 'drawing.svg', 'gif.gif', 'jpeg.jpg', 'lossywebp.webp', 'png.png'].map((name) => `assets/${name}`))
  expect(pictures(made).find(({ path }) => path.endsWith('.png'))?.contents).toEqual(samples.png)
  for (const [files, page] of [
    [made, 'index.html'],
    [made, 'speaker.html'],
    [readable, 'read.html'],
  ] as const) {
    const shown = picturesOf(contentsOf(files, page))
    expect(shown.map(({ alt }) => alt)).toEqual(expect.arrayContaining(['Seen by all', 'Also', '2', '3', '4']))
    expect(shown.filter(({ path }) => !files.some((file) => file.path === path))).toEqual([])
  }
  expect(pictures(readable).map(({ path }) => path)).not.toContainEqual(expect.stringContaining('gif'))
  expect(contentsOf(readable, 'read.html').match(/<img loading="lazy" /g)).toHaveLength(6)
})

test('opened from disk, every picture is shown under the policy', async () => {
  writeFiles(join(work, 'dist'), [...(await make(deck)), ...(await make(read))])
  const context = await newContext()
  try {
    const page = await context.newPage()
    const told: string[] = []
    page.on('console', (message) => told.push(message.text()))
    for (const name of ['index.html', 'read.html']) {
      await page.goto(`file://${join(work, 'dist', name)}`, { waitUntil: 'load' })
      const sizes = await page.evaluate(async () => {
        const pictures = [...document.images]
        // What is far below would be loaded later.
        for (const picture of pictures) picture.loading = 'eager'
        await Promise.all(pictures.map((picture) => picture.decode()))
        return pictures.map(({ alt, naturalWidth, naturalHeight }) => ({ alt, size: `${naturalWidth} × ${naturalHeight}` }))
      })
      expect(sizes.filter(({ size }) => size !== '30 × 20')).toEqual([])
      expect(sizes.length).toBe(name === 'index.html' ? 7 : 6)
    }
    expect(told.filter((text) => /Security Policy|\.(?:png|jpg|webp|avif|gif|svg)/.test(text))).toEqual([])
  } finally {
    await context.close()
  }
})

test('documents have their pictures in them, each a figure with its words', async () => {
  const charts = story.wide.states.filter(({ marks }) => marks.size > 0).length
  const printed = await Promise.all([slides, notes, handout].map((output) => make(output)))
  const [asSlides, asNotes, asHandout] = printed.map(([file]) => readPdf(Buffer.from(file?.contents ?? '')).figures)
  expect(asSlides).toHaveLength(charts + 6)
  expect(asNotes).toHaveLength(charts + 7)
  for (const figures of [asSlides, asNotes, asHandout])
    expect(figures).toEqual(expect.arrayContaining(['Seen by all', 'Also', '2', '3', '4']))
  expect(asNotes).toContain('Seen by the speaker')
})

test('a picture that is not on its page is told by its words', async () => {
  const large = story.slides.map((slide) => ({
    ...slide,
    content: readTree(writeTree(slide.content).replace('<img src', '<div class="page"></div><img src')),
  }))
  await expect(make(slides, { ...story, slides: large })).rejects.toThrow(
    'slides/door.mdx the picture `Seen by all` is not on its page of slides.pdf: it has no room there',
  )
})
