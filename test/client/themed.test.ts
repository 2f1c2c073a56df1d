import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeStory } from '../../src/load/compose-story.ts'
import { deck } from '../../src/outputs/deck/deck-output.ts'
import { read } from '../../src/outputs/read/read-output.ts'
import type { Story } from '../../src/story/story.ts'
import { silent } from '../../src/util/report.ts'
import { newContext } from '../browser/shared-browser.ts'
import { toolsWith } from '../outputs/tools.ts'
import { runFolder } from '../run-folder.ts'
import { writeFiles } from '../write-files.ts'
import { goTo } from './open-deck.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = runFolder('themed')
let story: Story
let context: BrowserContext
let page: Page

beforeAll(async () => {
  const path = join(folder, 'slides/deck.ts')
  cpSync(join(ROOT, 'test/decks/minimal'), folder, { recursive: true })
  const look = "theme: 'nocturne', palette: { faint: { light: '#aabbcc', dark: '#112233' } },"
  writeFileSync(path, readFileSync(path, 'utf8').replace('defineDeck({', `defineDeck({ ${look}`))
  story = await composeStory(folder, silent)
  writeFiles(join(folder, 'dist'), await deck.make(story, toolsWith()))
  context = await newContext()
  page = await context.newPage()
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  await goTo(page, String(pathToFileURL(join(folder, 'dist/index.html'))))
})
afterAll(() => context.close())

/** The colour of a part of the palette, as it is painted. */
const painted = (name: string) =>
  page.evaluate((token) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.setProperty('color', `var(--${token})`)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, name)
const pressed = () => page.$eval('[data-action=theme]', (button) => button.getAttribute('aria-pressed'))

test('a theme that is dark is so until the reader chooses, and the switch says it', async () => {
  expect([await painted('paper'), await pressed()]).toEqual(['rgb(13, 14, 18)', 'true'])
  await page.click('[data-action=theme]')
  expect([await painted('paper'), await pressed()]).toEqual(['rgb(248, 246, 242)', 'false'])
})

test('the deck’s own colours go over those of its theme', async () => {
  expect([await painted('faint'), await painted('signal')]).toEqual(['rgb(170, 187, 204)', 'rgb(138, 64, 0)'])
})

test('a reading page loads the headlines’ face early where its theme has it', async () => {
  const preloaded = async (theme: 'harbour' | 'orchard') => {
    const files = await read.make({ ...story, deck: { ...story.deck, theme } }, toolsWith())
    const html = String(files.find(({ path }) => path === 'read.html')?.contents)
    return [...html.matchAll(/<link rel="preload"[^>]* href="assets\/(source-\w+)-/g)].map(([, name]) => name)
  }
  expect(await preloaded('orchard')).toEqual(['source-serif', 'source-sans', 'source-sans'])
  expect(await preloaded('harbour')).toEqual(['source-sans', 'source-sans'])
})
