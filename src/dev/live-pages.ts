import { bundleAssets } from '../outputs/assets.ts'
import { data } from '../outputs/data/data-output.ts'
import { deck } from '../outputs/deck/deck-output.ts'
import { handout } from '../outputs/handout/handout-output.ts'
import { escapeMarkup, renderPage } from '../outputs/html-page.ts'
import { LICENCES, licences } from '../outputs/licences/licences.ts'
import { notes } from '../outputs/notes/notes-output.ts'
import type { OutputTools } from '../outputs/output.ts'
import { read } from '../outputs/read/read-output.ts'
import { slides } from '../outputs/slides/slides-output.ts'
import type { Story } from '../story/story.ts'
import type { OutputFile } from '../util/output-file.ts'
import { makePreview } from './handout-preview.ts'
import type { FileSource } from './respond.ts'

/** The pages of the newest story, each made when it is first asked for. */
export interface Pages extends FileSource {
  /** Takes the place of the last story. */
  renew(story: Story): void
  /** Makes the pages that are open, so that whatever is wrong with them is known. Rejects with InputError. */
  make(open: Iterable<string>): Promise<void>
  /** Differs between any two stories, those of other runs included. */
  readonly version: string
}

type Contents = OutputFile['contents']

/** One thing that is made as a whole: some pages, and the files they load. */
interface Maker {
  pages: readonly string[]
  make(story: Story, tools: OutputTools): Promise<OutputFile[]>
}

const MAKERS: readonly Maker[] = [
  { pages: ['index.html', 'speaker.html'], make: deck.make },
  { pages: ['read.html'], make: read.make },
  { pages: ['handout.html'], make: makePreview },
  { pages: ['slides.pdf'], make: slides.make },
  { pages: ['handout.pdf'], make: handout.make },
  { pages: ['notes.pdf'], make: notes.make },
]

/** A page on its way to a browser may still ask for the files of the version before. */
const VERSIONS_KEPT = 3

/** Starts without a story. */
export function createPages(tools: OutputTools): Pages {
  const live = liveFiles(tools.root)
  const run = Date.now().toString(36)
  const shelf = createShelf()
  const made = new Map<Maker, Promise<void>>()
  let story: Story | undefined
  let count = 0

  /** Makes once per story. Nothing is made before there is one. */
  function make(maker: Maker): Promise<void> {
    const making = made.get(maker) ?? (story ? attempt(maker, story).then((files) => shelf.put(maker, files)) : Promise.resolve())
    if (story) made.set(maker, making)
    return making
  }

  async function attempt(maker: Maker, story: Story): Promise<OutputFile[]> {
    try {
      return await maker.make(story, tools)
    } catch (error) {
      throw await story.explain(error)
    }
  }

  const pages: Pages = {
    get version() {
      return `${run}-${count}`
    },
    renew(next) {
      story = next
      count++
      made.clear()
    },
    async make(open) {
      const names = new Set(open)
      await Promise.all(MAKERS.filter((maker) => maker.pages.some((page) => names.has(page))).map(make))
    },
    async get(path) {
      const own = (await live).get(path)
      if (own !== undefined) return own
      const maker = MAKERS.find((candidate) => candidate.pages.includes(path))
      if (!maker) return shelf.find(path) ?? textFile(story, tools, path)
      const { version } = pages
      if (!path.endsWith('.html')) {
        await make(maker)
        return shelf.find(path)
      }
      // What is wrong is told by the events; behind it stays the last good page.
      await make(maker).catch(() => undefined)
      const page = shelf.find(path)
      return page === undefined ? waitingPage(version) : withLiveScript(String(page), version)
    },
  }
  return pages
}

/** The last few versions of everything that was made. */
function createShelf() {
  const kept = new Map<Maker, ReadonlyMap<string, Contents>[]>()
  return {
    put(maker: Maker, files: readonly OutputFile[]): void {
      const newest = new Map(files.map(({ path, contents }) => [path, contents]))
      kept.set(maker, [newest, ...(kept.get(maker) ?? [])].slice(0, VERSIONS_KEPT))
    },
    find: (path: string): Contents | undefined =>
      [...kept.values()]
        .flat()
        .find((files) => files.has(path))
        ?.get(path),
  }
}

async function textFile(story: Story | undefined, tools: OutputTools, path: string): Promise<Contents | undefined> {
  if (!story) return undefined
  const files = path.startsWith('data/') ? await data.make(story, tools) : path === LICENCES ? await notices(story, tools) : []
  return files.find((file) => file.path === path)?.contents
}

/** Of both pages that link to it. */
async function notices(story: Story, tools: OutputTools): Promise<OutputFile[]> {
  const files = await Promise.all([deck.make(story, tools), read.make(story, tools)])
  return licences.make(story, { ...tools, files: files.flat() })
}

/** Puts the live client into a page, before every script of its own, so that it sees the page as it was sent. */
function withLiveScript(html: string, version: string): string {
  return html.replace(
    '</title>',
    () => `</title>\n<script defer src="/live.js" data-version="${escapeMarkup(version)}"></script>`,
  )
}

/** What is served for a page that could never be made yet; the client shows on it what is wrong. */
function waitingPage(version: string): string {
  const page = renderPage({
    lang: 'en',
    title: 'Waiting for the deck',
    head: '<link rel="stylesheet" href="/live.css" data-live>',
    body: '<main class="live-waiting"><p>This page comes by itself as soon as the deck can be built.</p></main>',
  })
  return withLiveScript(page, version)
}

/** The live client's own files, by path. They are never part of a build. */
async function liveFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const { files, paths } = await bundleAssets(root, ['src/client/live/start-live.ts', 'src/client/live/live.css'])
  const contents = (name: string) => String(files.find(({ path }) => path === paths[name])?.contents ?? '')
  return new Map(['live.js', 'live.css'].map((name) => [name, contents(name)]))
}
