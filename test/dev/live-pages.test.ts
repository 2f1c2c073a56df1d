import { beforeAll, expect, test } from 'vitest'
import { createPrinter } from '../../src/browser/printer.ts'
import { createPages } from '../../src/dev/live-pages.ts'
import { deck } from '../../src/outputs/deck/deck-output.ts'
import type { OutputTools } from '../../src/outputs/output.ts'
import { read } from '../../src/outputs/read/read-output.ts'
import type { Story } from '../../src/story/story.ts'
import { ROOT, storyOf } from '../story-of.ts'

const tools: OutputTools = {
  root: ROOT,
  printer: createPrinter({ lazy: true, open: () => Promise.reject(new Error('no browser is needed')) }),
  paper: 'a4',
  note: () => undefined,
  step: async (_, work) => work(),
}
let story: Story

beforeAll(async () => {
  story = await storyOf('minimal')
})

test('before there is a story, every page waits and nothing else is there', async () => {
  const pages = createPages(tools)
  for (const page of ['index.html', 'read.html', 'handout.html', 'speaker.html'])
    expect(await pages.get(page)).toContain('Waiting for the deck')
  for (const path of ['slides.pdf', 'assets/deck.js', 'live/events', 'package.json', 'constructor', ''])
    expect(await pages.get(path)).toBeUndefined()
})

test('a page is that of a build, with the live client before all its scripts', async () => {
  const pages = createPages(tools)
  pages.renew(story)
  const built = await Promise.all([deck.make(story, tools), read.make(story, tools)])
  for (const { path, contents } of built.flat().filter((file) => file.path === 'index.html' || file.path === 'read.html')) {
    const page = String(await pages.get(path))
    expect(page.replace(/\n<script defer src="\/live.js" data-version="[\w-]+"><\/script>/, '')).toBe(contents)
    expect(page.indexOf('/live.js')).toBeLessThan(page.indexOf('<script defer src="assets/'))
    for (const [, asset = ''] of page.matchAll(/(?:src|href|data-keyframes)="(assets\/[^"]+)"/g))
      expect(await pages.get(asset), asset).toBeDefined()
  }
  expect(await pages.get('live.js')).toContain('EventSource')
})

test('a build has nothing of the live client', async () => {
  const files = (await Promise.all([deck.make(story, tools), read.make(story, tools)])).flat()
  expect(files.map(({ path }) => path).filter((path) => /live/.test(path))).toEqual([])
  expect(files.filter(({ contents }) => typeof contents === 'string' && /EventSource|live\/events/.test(contents))).toEqual([])
})

test('files of the last versions can still be had, older ones no more', async () => {
  const pages = createPages(tools)
  const address = async () => /data-keyframes="([^"]+)"/.exec(String(await pages.get('index.html')))?.[1] ?? ''
  const seen: string[] = []
  for (let count = 0; count < 5; count++) {
    const states = story.wide.states.map((state) => ({ ...state, name: `${state.name} ${count}` }))
    pages.renew({ ...story, wide: { ...story.wide, states } })
    seen.push(await address())
  }
  expect(new Set(seen).size).toBe(5)
  const found = await Promise.all(seen.map(async (path) => (await pages.get(path)) !== undefined))
  expect(found).toEqual([false, false, true, true, true])
})
