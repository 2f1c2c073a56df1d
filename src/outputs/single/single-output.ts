import { deflateRaw } from 'pako'
import { lettersOf } from '../../client/single/letters.ts'
import type { Packed, PackedPage } from '../../client/single/packed.ts'
import { type LocalMessages, messagesOf } from '../../messages/messages.ts'
import type { Story } from '../../story/story.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { formatSize } from '../../util/report.ts'
import { bundleAssets } from '../assets.ts'
import { makeDeckPage, makeSpeakerPage } from '../deck/deck-output.ts'
import { escapeMarkup, isolateFigures, type MadePage, policyWithin, renderPage } from '../html-page.ts'
import { noticesOf } from '../licences/licences.ts'
import type { Links } from '../links.ts'
import type { Output } from '../output.ts'
import { makeReadingPage } from '../read/read-output.ts'
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
    const whole = assemble(parts, parts.whole)
    // Charts for readers without script are what can best be done without.
    const contents = whole.length > MOST ? assemble(parts, parts.withoutStills) : whole
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
  /** The page to read, with the charts for readers without script and without. */
  whole: MadePage
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
  const whole = await makeReadingPage(story, root, toRead, await story.track('narrow'))
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
    whole,
    withoutStills,
    own: { script: textOf(own.paths['single.js'] ?? ''), style: textOf(own.paths['single.css'] ?? '') },
    notices: await noticesOf(story, files, root),
    files,
  }
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

/** By a packer that is no part of Node, whose own packs otherwise on other processors. */
function packTexts(packed: Packed): string {
  return lettersOf(deflateRaw(JSON.stringify(foldText(JSON.stringify(packed))), { level: 9 }))
}
