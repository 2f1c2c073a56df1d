import { deflateSync } from 'fflate'
import type { Packed, PackedPage } from '../../client/single/packed.ts'
import { type LocalMessages, messagesOf } from '../../messages/messages.ts'
import { joinRects } from '../../motion/join-rects.ts'
import { stillSvg } from '../../motion/still.ts'
import type { Story, Track } from '../../story/story.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { formatSize } from '../../util/report.ts'
import { bundleAssets } from '../assets.ts'
import { makeDeckPage, makeSpeakerPage } from '../deck/deck-output.ts'
import { escapeMarkup, isolateFigures, type MadePage, policyWithin, renderPage } from '../html-page.ts'
import { noticesOf } from '../licences/licences.ts'
import type { Links } from '../links.ts'
import type { Output } from '../output.ts'
import { makeReadingPage } from '../read/read-output.ts'
import { showsLast } from '../read/read-page.ts'
import { foldText } from './fold-text.ts'
import { checkStandsAlone, facesFor, standAloneStory, withoutFaces } from './stand-alone.ts'

const FILE = 'story.html'
/** What still goes through every mailbox, in bytes. */
const MOST = 1_000_000
const ENTRIES = ['src/client/single/start-single.ts', 'src/client/single/single.css']

/** The parts of a story in the one file. */
const LINKS: Links = { deck: '#/', read: '#read', speaker: '#speaker', licences: '#read/licences' }

/** Deck, speaker view and the page to read in one file, which needs no other and asks for nothing. */
export const single: Output = {
  async make(story, { root, note }) {
    const parts = await makeParts(standAloneStory(story), root)
    const slim = assemble(parts, parts.withoutStills)
    // Charts for readers without script are what can best be done without: they take the room that is left.
    const whole = slim.length < MOST ? assemble(parts, await parts.withStills(MOST - slim.length)) : slim
    const contents = whole.length <= MOST ? whole : slim
    if (contents.length > MOST) {
      note(
        `${FILE} has ${formatSize(contents.length)}, more than many mailboxes take; smaller pictures on the slides make it smaller.`,
      )
    }
    return [{ path: FILE, contents, packages: [...new Set(parts.files.flatMap(({ packages = [] }) => packages))] }]
  },
}

/** What the file is made of. */
interface Parts {
  story: Story
  /** The pages that wait in the file, and the same as the text in which they wait. */
  packed: Packed
  archive: string
  /** The page to read, with as many charts for readers without script as have room in so many characters, and without. */
  withStills(room: number): Promise<MadePage>
  withoutStills: MadePage
  /** The fonts of all pages, as rules with their bytes. */
  fonts: string
  /** The script that opens a page, and the styles of this file alone. */
  own: { script: string; style: string }
  notices: string
  files: readonly OutputFile[]
}

async function makeParts(story: Story, root: string): Promise<Parts> {
  const { lang, title } = story.deck
  const [deck, speaker] = [await makeDeckPage(story, root, LINKS), await makeSpeakerPage(story, root)]
  const toRead: Links = { ...LINKS, licences: '#licences' }
  const stills = await story.track('narrow')
  const withoutStills = await makeReadingPage(story, root, toRead)
  const own = await bundleAssets(root, ENTRIES)
  const files = [...deck.files, ...speaker.files, ...withoutStills.files, ...own.files]
  const textOf = textIn(files)
  const pack = (page: MadePage, name: string): PackedPage => ({
    title: name,
    body: isolateFigures(page.body),
    style: styleOf(page, textOf),
    script: textOf(page.script),
  })
  const packed: Packed = {
    deck: pack(deck, title),
    speaker: pack(speaker, `${messagesOf(lang).speaker.title} – ${title}`),
    read: textOf(withoutStills.script),
    files: laterFiles([deck, speaker, withoutStills]),
  }
  const said = [packed.deck.body, packed.speaker.body, withoutStills.body, ...Object.values(packed.files).filter(isTrack)]
  const sheets = [deck, speaker, withoutStills].flatMap(({ styles }) => styles.map(textOf))
  return {
    story,
    packed,
    archive: packTexts(packed),
    fonts: await facesFor(said.join(''), sheets, files),
    withStills: (room) => makeReadingPage(story, root, toRead, smallestOf(stills, story, room)),
    withoutStills,
    own: { script: textOf(own.paths['single.js'] ?? ''), style: textOf(own.paths['single.css'] ?? '') },
    notices: await noticesOf(story, files, root),
    files,
  }
}

/** What stands around a still in its page, in characters. */
const AROUND = 60

/** A track with the states alone whose stills have room, the smallest first. */
function smallestOf({ states, ...track }: Track, story: Story, room: number): Track {
  const stills = story.slides
    .filter((slide) => showsLast(story, slide))
    .map(({ index }) => {
      const state = states[index]
      return { index, length: state ? stillSvg(joinRects(state), track.frame, { id: `still-${index}` }).length + AROUND : 0 }
    })
    .sort((one, other) => one.length - other.length)
  const shown = new Set<number>()
  let taken = 0
  for (const { index, length } of stills) {
    taken += length
    if (taken <= room) shown.add(index)
  }
  return { ...track, states: states.map((state, index) => (shown.has(index) ? state : { ...state, marks: new Map() })) }
}

/** Reads a text among files by its path. */
function textIn(files: readonly OutputFile[]): (path: string) => string {
  const texts = new Map(files.map(({ path, contents }) => [path, contents]))
  return (path) => {
    const text = texts.get(path)
    if (typeof text !== 'string') throw new Error(`found no text ${path} among the files of the pages`)
    return text
  }
}

function assemble({ story, packed, archive, fonts, own, notices, files }: Parts, read: MadePage): string {
  const { lang, title, description } = story.deck
  const textOf = textIn(files)
  const styles = [fonts, styleOf(read, textOf) + own.style, packed.deck.style, packed.speaker.style]
  const scripts = [own.script, packed.read, packed.deck.script, packed.speaker.script, ...Object.values(packed.files)]
  checkStandsAlone([packed.deck.body, packed.speaker.body, read.body], styles)
  return renderPage({
    lang,
    title,
    description,
    policy: policyWithin(scripts, styles),
    head: `<style class="fonts">${fonts}</style>
<style>${styles[1]}</style>
<script>${own.script}</script>`,
    body: `${read.body}
${renderNotices(notices, messagesOf(lang))}
<script type="application/octet-stream">${archive}</script>`,
  })
}

const styleOf = ({ styles }: MadePage, textOf: (path: string) => string) => withoutFaces(styles.map(textOf).join('\n'))

/** Scripts that pages load after the one that starts them. */
function laterFiles(pages: readonly MadePage[]): Record<string, string> {
  const started = new Set(pages.map(({ script }) => script))
  const files = pages.flatMap((page) => page.files).filter(({ path }) => path.endsWith('.js') && !started.has(path))
  return Object.fromEntries(files.map(({ path, contents }) => [path, String(contents)]))
}

/** Keyframes hold the texts of charts; other scripts hold letters that nobody sees. */
function isTrack(script: string): boolean {
  return script.startsWith('window.countdownTrack')
}

function renderNotices(notices: string, { licences, mark }: LocalMessages): string {
  return `<details class="notices"><summary${mark}>${escapeMarkup(licences)}</summary><pre id="licences" lang="en">${escapeMarkup(notices)}</pre></details>`
}

/** By a packer of our own choice: that of Node packs otherwise on other processors. */
function packTexts(packed: Packed): string {
  const bytes = deflateSync(Buffer.from(JSON.stringify(foldText(JSON.stringify(packed)))), { level: 9, mem: 12 })
  return Buffer.from(bytes).toString('base64')
}
