import { onRenewal } from '../live/renewal.ts'
import { createStageDriver } from '../player/stage-driver.ts'
import { createAddress } from '../ui/address.ts'
import type { Countdown } from '../ui/api.ts'
import { closeDialogs, openDialog } from '../ui/dialog.ts'
import { bindActions, find, setPressed } from '../ui/dom.ts'
import {
  type Entry,
  entryOf,
  nameInAddress,
  nearestEntry,
  readEntries,
  renewEntries,
  resolveName,
  stateAt,
  stepInAddress,
} from '../ui/entries.ts'
import { giveKeysBack } from '../ui/give-back.ts'
import { hideWhenIdle } from '../ui/idle-chrome.ts'
import type { Late } from '../ui/late.ts'
import { createAnnouncer, createProgress, linkTo } from '../ui/position.ts'
import { type Actions, bindShortcuts, shortcutsOf } from '../ui/shortcuts.ts'
import { createMotionSwitch, createThemeSwitch } from '../ui/switches.ts'
import { startReveal } from './create-reveal.ts'
import { loadLate } from './load-late.ts'

/*
 * The deck's start file. Everything on screen is a function of the slide's position; `show` is the one place that
 * tells every part of it.
 */

const main = find<HTMLElement>('.reveal')
const sections = main.querySelectorAll<HTMLElement>('.slides > section')
const entries = readEntries(sections)
const late = loadLate(main.dataset.late ?? '')
const stage = createStageDriver(
  find<HTMLElement>('.stage'),
  main.dataset.keyframes ?? '',
  late.then(({ createStage }) => createStage),
)
const progress = createProgress(entries)
const announce = createAnnouncer(find<HTMLElement>('#announcer'))
// In the same file as the deck the page is `#read`, and a place on it `#read/libya`.
const linkReadingPage = linkTo('read', (page) => page + (page.startsWith('#') ? '/' : '#'))
const storyTitle = document.title

const motion = createMotionSwitch((on) => {
  stage.motion = on
  setPressed('motion', on)
})
const theme = createThemeSwitch((dark) => setPressed('theme', dark))

const address = createAddress('#/')

let current = 0
let currentStep = 0

function show(index: number, step = 0): void {
  const entry = entries[index]
  if (!entry) return
  current = index
  currentStep = step
  stage.show(stateAt(entry, step))
  progress(index)
  announce(entry)
  linkReadingPage(entry.id)
  address.tell(entry.id, step)
  document.title = `${entry.title} – ${storyTitle}`
  tools?.shown(index, step)
}

// What the address says in other words is said in reveal.js's own, which reads it when it starts.
const asked = nameInAddress(location.hash)
const askedStep = stepInAddress(location.hash)
const found = asked === '' ? entries[0] : resolveName(entries, asked)
// An address that leads nowhere leads to the nearest slide, which says so.
const first = found ?? nearestEntry(entries, asked)
if (asked !== '') address.tell(first.id)
const started = startReveal()
const withReveal = (use: (reveal: Awaited<typeof started>) => void) => void started.then(use)

/** Any step leaves the black screen. */
function move(to: (reveal: Awaited<typeof started>) => void): void {
  withReveal((reveal) => {
    if (reveal.isPaused()) reveal.togglePause(false)
    // Nothing that has the focus goes out of sight.
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && activeElement.closest('.slides')) activeElement.blur()
    to(reveal)
  })
}
const step = (by: 1 | -1) => move((reveal) => (by === 1 ? reveal.next() : reveal.prev()))
const black = () => withReveal((reveal) => reveal.togglePause())
/** At its first step, unless told at which. */
const goAt = (index: number, step = 0) => move((reveal) => reveal.slide(index, 0, step - 1))

/** A deck that nobody presents steps by itself, and from its end to its beginning. */
function goRound(): void {
  closeDialogs()
  const isEnd = current === entries.length - 1 && currentStep >= (entries[current]?.steps ?? 0)
  if (isEnd) goAt(0)
  else step(1)
}

function jumpTo(id: string): void {
  const entry = entries.find((candidate) => candidate.id === id)
  if (!entry) return
  address.jump(id)
  goAt(entry.index)
}

addEventListener('hashchange', () => {
  const name = nameInAddress(location.hash)
  const entry = resolveName(entries, name) ?? (name === '' ? entries[0] : undefined)
  if (entry) goAt(entry.index, stepInAddress(location.hash))
  else withTools(({ lost }) => lost(name))
})

/** What comes with the second script. */
let tools: ReturnType<typeof createTools> | undefined
const withTools = (use: (tools: ReturnType<typeof createTools>) => void) => void toolsReady.then(use)
const toolsReady = late.then((parts) => {
  tools = createTools(parts)
  tools.shown(current, currentStep)
  if (!found) tools.lost(asked)
  return tools
})

function createTools({ createJump, createNotice, createOverview, createSpeakerLink, drawStill, startCharts, ...late }: Late) {
  const qrCode = late.createQrCode(main.dataset.published ?? '', main.dataset.read ?? '')
  const kiosk = main.dataset.autoplay ? late.createKiosk(Number(main.dataset.autoplay), goRound) : undefined
  const notice = createNotice(entries, jumpTo)
  const speaker = createSpeakerLink(
    main.dataset.speaker ?? '',
    {
      step,
      black,
      go: jumpTo,
      state: () => ({ id: entries[current]?.id ?? '', step: currentStep, black: main.classList.contains('paused') }),
    },
    notice.blocked,
  )
  late.makeTablesSortable(main)
  const charts = startCharts(entries, {
    slideOf: (id) => sections[entries.findIndex((entry) => entry.id === id)] ?? null,
    stage: find<HTMLElement>('.stage'),
    layerIn: (slide) => slide,
    settled: stage.settled,
  })
  return {
    jump: createJump(entries, jumpTo),
    overview: createOverview(entries, drawStill, jumpTo),
    point: late.createPointer(),
    qrCode,
    lost: notice.lost,
    openSpeaker: speaker.open,
    tellSpeaker: speaker.tell,
    shown(index: number, step: number) {
      notice.close()
      charts.shown(index, step)
      speaker.tell()
      kiosk?.shown()
    },
    renew() {
      late.makeTablesSortable(main)
      charts.renew()
    },
  }
}

const jump = (query?: string) => withTools((all) => all.jump(query))
const overview = () => withTools((all) => all.overview(current))
const help = () => openDialog(find('#help'))
const actions: Actions<'deck'> = {
  step,
  toEdge: (edge) => goAt(edge === 'start' ? 0 : entries.length - 1),
  black,
  fullScreen: () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  jump,
  overview,
  otherPage: () => document.querySelector<HTMLAnchorElement>('[data-action=read]')?.click(),
  openSpeaker: () => withTools((all) => all.openSpeaker()),
  motion: motion.toggle,
  theme: theme.toggle,
  help,
  qrCode: () => withTools((all) => all.qrCode(entries[current]?.id ?? '')),
  point: (kind) => withTools((all) => all.point(kind)),
}
bindShortcuts(shortcutsOf('deck', actions, document.dir === 'rtl'), closeDialogs)
giveKeysBack()
hideWhenIdle()
bindActions(find('.switches'), {
  previous: () => step(-1),
  next: () => step(1),
  jump,
  overview,
  motion: motion.toggle,
  theme: theme.toggle,
  help,
})

/** Animations that end by themselves; the browser drops them from the list when they do. */
async function settled(): Promise<void> {
  await stage.settled()
  const running = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(running.map((animation) => animation.finished))
}

async function goTo(id: string): Promise<void> {
  const entry = entryOf(entries, id)
  await started
  goAt(entry.index)
  await Promise.resolve()
  await settled()
}

/** A step has been taken when its fragment is shown. */
function showNow(reveal: Awaited<typeof started>): void {
  const { h, f = -1 } = reveal.getIndices()
  show(h, f + 1)
}

const ready = started.then(async (reveal) => {
  reveal.on('slidechanged', () => {
    if (reveal.isPaused()) reveal.togglePause(false)
    showNow(reveal)
  })
  for (const event of ['fragmentshown', 'fragmenthidden']) reveal.on(event, () => showNow(reveal))
  for (const event of ['paused', 'resumed']) reveal.on(event, () => tools?.tellSpeaker())
  if (found && askedStep > 0) reveal.slide(first.index, 0, askedStep - 1)
  showNow(reveal)
  await Promise.all([stage.ready, toolsReady, document.fonts.ready])
})

onRenewal(() => {
  renewEntries(entries, sections)
  tools?.renew()
  find('#overview .sheets').replaceChildren()
  show(current, currentStep)
})

window.countdown = {
  ready,
  get step() {
    return { index: current, id: (entries[current] as Entry).id }
  },
  goTo,
  settled,
  move: (from, to) => stage.move(stateAt(entryOf(entries, from)), stateAt(entryOf(entries, to))),
  get motion() {
    return motion.on
  },
  set motion(on) {
    motion.on = on
  },
} satisfies Countdown
