import { beforeAll, expect, test } from 'vitest'
import { embed } from '../../../src/outputs/embed/embed-output.ts'
import { embedsOf } from '../../../src/outputs/embed/embeds.ts'
import type { OutputTools } from '../../../src/outputs/output.ts'
import type { Story } from '../../../src/story/story.ts'
import { elementsOf } from '../../../src/tree/elements-of.ts'
import { readTree } from '../../../src/tree/read-tree.ts'
import { storyOf } from '../../story-of.ts'
import { toolsWith } from '../tools.ts'

const said: string[] = []

let story: Story
beforeAll(async () => {
  story = await storyOf('minimal')
})

async function make(options: Partial<OutputTools> = {}): Promise<Map<string, string>> {
  const tools = toolsWith({ note: (message) => said.push(message), ...options })
  return new Map((await embed.make(story, tools)).map(({ path, contents }) => [path, String(contents)]))
}

test('each record and each scene has a page and an answer, and the list names all of them', async () => {
  const names = embedsOf(story).map(({ name }) => name)
  expect(names).toEqual([...story.deck.records.map(({ id }) => id), ...Object.keys(story.deck.scenes)])
  const files = await make()
  for (const name of names) {
    expect(files.get(`embed/${name}.html`)).toContain('name="responsive-embedded-sizing" content="*"')
    expect(JSON.parse(files.get(`embed/${name}.json`) ?? '')).toMatchObject({ version: '1.0', type: 'rich', width: 720 })
    expect(files.get('embed/index.html')).toContain(`href="${name}.html"`)
  }
  expect(JSON.parse(files.get('embed/oembed.json') ?? '')).toMatchObject({ version: '1.0', type: 'rich' })
})

test('a scene, or a record, that is called as another file is has a name of its own', () => {
  const [scene] = Object.values(story.deck.scenes)
  const [first] = story.deck.records
  if (!scene || !first) throw new Error('the deck has no scene')
  const slides = story.slides.map((slide) => (slide.stage ? { ...slide, stage: { ...slide.stage, scene: first.id } } : slide))
  const called = { ...story, slides, deck: { ...story.deck, scenes: { [first.id]: scene } } }
  expect(embedsOf(called).map(({ name }) => name)).toContain(`${first.id}-scene`)
})

test('pages name only files that are there', async () => {
  const files = await make()
  for (const [path, html] of files) {
    if (!path.endsWith('.html')) continue
    const asked = elementsOf(readTree(html), 'link', 'script', 'img').flatMap(
      ({ properties }) => properties.href ?? properties.src ?? [],
    )
    const paths = asked.map(String).filter((address) => !address.startsWith('data:'))
    expect(paths.length).toBeGreaterThan(1)
    for (const address of paths) expect([...files.keys()]).toContain(new URL(address, `http://host/${path}`).pathname.slice(1))
  }
})

test('where it is known what the address will be, snippets and answers have it; otherwise the author is told', async () => {
  said.length = 0
  const name = story.deck.records[0]?.id
  const found = await make({ baseUrl: 'https://example.org/story/' })
  expect(said).toEqual([])
  for (const path of ['embed/index.html', `embed/${name}.json`])
    expect(found.get(path)).toContain(`https://example.org/story/embed/${name}.html`)
  await make()
  expect(said).toEqual([expect.stringContaining('--base-url')])
})

test('it leads to the story only where there is a page to read', async () => {
  const page = `embed/${story.deck.records[0]?.id}.html`
  expect((await make()).get(page)).toContain('href="../read.html#')
  expect((await make({ made: new Set(['embed']) })).get(page)).not.toContain('read.html')
})

test('the same story gives the same bytes', async () => {
  expect(await make()).toEqual(await make())
})
