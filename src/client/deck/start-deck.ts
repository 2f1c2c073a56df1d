import { makeTablesSortable } from '../explorer/sortable.ts'
import { createExplorer } from '../explorer/start-explorer.ts'
import { hasNewExplorer, onRenewal } from '../live/renewal.ts'
import { drawStill } from '../player/draw-still.ts'
import { createStageDriver } from '../player/stage-driver.ts'
import { createSpeakerLink } from '../speaker/speaker-link.ts'
import { createAnnouncer } from '../ui/announcer.ts'
import type { Countdown } from '../ui/api.ts'
import { openDialog } from '../ui/dialog.ts'
import { find } from '../ui/dom.ts'
import { type Entry, readEntries, renewEntries } from '../ui/entries.ts'
import { createMotionSwitch, type MotionSwitch } from '../ui/motion-switch.ts'
import { createProgress } from '../ui/progress.ts'
import { createThemeSwitch } from '../ui/theme-switch.ts'
import { startReveal } from './create-reveal.ts'
import { createJump } from './jump.ts'
import { createOverview } from './overview-grid.ts'
import { linkReadingPage } from './read-links.ts'
import { bindShortcuts, type Shortcut } from './shortcuts.ts'

/*
 * The deck's start file. Everything on screen is a function of the slide's position; `show` is the one place that
 * tells every part of it.
 */

const main = find<HTMLElement>('.reveal')
const sections = main.querySelectorAll<HTMLElement>('.slides > section')
const entries = readEntries(sections)
const stage = createStageDriver(find<HTMLElement>('.stage'), main.dataset.keyframes ?? '')
const progress = createProgress(entries)
const announce = createAnnouncer(find<HTMLElement>('#announcer'))
const tellReadLinks = linkReadingPage()
const storyTitle = document.title

const motion: MotionSwitch = createMotionSwitch((on) => {
  stage.motion = on
  setPressed('motion', on)
})
const theme = createThemeSwitch((dark) => setPressed('theme', dark))

let current = 0

function show(index: number): void {
  const entry = entries[index]
  if (!entry) return
  current = index
  stage.show(index)
  progress(index)
  announce(entry)
  tellExplorer(index)
  tellReadLinks(entry.id)
  document.title = `${entry.title} – ${storyTitle}`
  speaker.tell()
}

makeTablesSortable(main)
let tellExplorer = createExplorer(entries, stage.settled)
const started = startReveal()
const withReveal = (use: (reveal: Awaited<typeof started>) => void) => () => void started.then(use)
const next = withReveal((reveal) => reveal.next())
const previous = withReveal((reveal) => reveal.prev())
const black = withReveal((reveal) => reveal.togglePause())

function go(id: string): void {
  const entry = entries.find((candidate) => candidate.id === id)
  if (entry) void started.then((reveal) => reveal.slide(entry.index))
}

const speaker = createSpeakerLink({
  next,
  previous,
  black,
  go,
  state: () => ({ id: entries[current]?.id ?? '', black: main.classList.contains('paused') }),
})
const jump = createJump(entries, go)
const overview = createOverview(entries, drawStill, go)
const help = () => openDialog(find('#help'))
bindShortcuts(shortcuts())
const actions: Readonly<Record<string, () => void>> = {
  previous,
  next,
  jump: () => jump(),
  overview: () => overview(current),
  motion: toggleMotion,
  theme: () => theme.toggle(),
  help: () => help(),
}

function shortcuts(): Shortcut[] {
  return [
    { keys: ['g', '/'], run: () => jump() },
    { keys: [...'123456789'], run: ({ key }) => jump(key) },
    { keys: ['o', 'escape'], run: () => overview(current) },
    { keys: ['r'], run: () => document.querySelector<HTMLAnchorElement>('[data-action=read]')?.click() },
    { keys: ['s'], run: () => speaker.open() },
    { keys: ['m'], run: toggleMotion },
    { keys: ['t'], run: () => theme.toggle() },
    { keys: ['?', 'f1'], run: () => help() },
  ]
}

function toggleMotion(): void {
  motion.on = !motion.on
}

function setPressed(action: string, pressed: boolean): void {
  document.querySelector(`[data-action=${action}]`)?.setAttribute('aria-pressed', String(pressed))
}

find('.switches').addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null
  actions[button?.dataset.action ?? '']?.()
})

/** Animations that end by themselves; the browser drops them from the list when they do. */
async function settled(): Promise<void> {
  await stage.settled()
  const running = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(running.map((animation) => animation.finished))
}

async function goTo(id: string): Promise<void> {
  if (!entries.some((entry) => entry.id === id)) throw new RangeError(`found no slide \`${id}\``)
  await started
  go(id)
  await Promise.resolve()
  await settled()
}

const ready = started.then(async (reveal) => {
  reveal.on('slidechanged', () => show(reveal.getIndices().h))
  reveal.on('paused', speaker.tell)
  reveal.on('resumed', speaker.tell)
  show(reveal.getIndices().h)
  await Promise.all([stage.ready, document.fonts.ready])
})

onRenewal(() => {
  renewEntries(entries, sections)
  makeTablesSortable(main)
  if (hasNewExplorer()) tellExplorer = createExplorer(entries, stage.settled)
  stage.renew(main.dataset.keyframes ?? '')
  find('#overview .sheets').replaceChildren()
  show(current)
})

window.countdown = {
  ready,
  get step() {
    return { index: current, id: (entries[current] as Entry).id }
  },
  goTo,
  settled,
  get motion() {
    return motion.on
  },
  set motion(on) {
    motion.on = on
  },
} satisfies Countdown
