import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { composeStory } from '../../src/load/compose-story.ts'
import { outputs } from '../../src/outputs/index.ts'
import { LICENCES } from '../../src/outputs/licences/file.ts'
import type { OutputTools } from '../../src/outputs/output.ts'
import type { Story } from '../../src/story/story.ts'
import { createReport } from '../../src/util/report.ts'

const ROOT = join(import.meta.dirname, '..', '..')

let story: Story
beforeAll(async () => {
  const report = createReport({ write: () => undefined, interactive: false })
  const composed = await composeStory(join(ROOT, 'test/decks/minimal'), report)
  story = { ...composed, deck: { ...composed.deck, downloads: { 'trees.csv': 'id', 'trees.json': '[]' } } }
})

/** Addresses of other files that the pages of these outputs link to, and the files that are there. */
async function linksOf(...names: string[]) {
  const tools = { root: ROOT, paper: 'a4', note: () => undefined, made: new Set(names) }
  const loaded = await Promise.all(outputs.filter(({ name }) => names.includes(name)).map(({ load }) => load()))
  const files = (await Promise.all(loaded.map((output) => output.make(story, tools as unknown as OutputTools)))).flat()
  const pages = files.filter(({ path }) => /^\w+\.html$/.test(path)).map(({ contents }) => String(contents))
  const links = pages.flatMap((page) => [...page.matchAll(/<a [^>]*href="([^"#:]+)"/g)].map(([, link = '']) => link))
  const keys = pages.flatMap((page) => [...page.matchAll(/<th scope="row">R<\/th>/g)]).length
  // Whatever is made, the notices are.
  expect(links).toContain(LICENCES)
  return { links: [...new Set(links)].filter((link) => link !== LICENCES).sort(), paths: files.map(({ path }) => path), keys }
}

test('pages lead to one another and to the data', async () => {
  const { links, paths, keys } = await linksOf('deck', 'read', 'data')
  expect(links).toEqual(expect.arrayContaining(['index.html', 'read.html']))
  expect(links.filter((link) => !paths.includes(link))).toEqual([])
  expect(links.filter((link) => link.startsWith('data/'))).toHaveLength(2)
  expect(keys).toBe(2)
})

test.each(['deck', 'read'])('%s made alone has no link, and no key, to what is not there', async (output) => {
  const { links, keys } = await linksOf(output)
  expect([links, keys]).toEqual([[], 0])
})
