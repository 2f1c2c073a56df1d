import { createJump } from '../deck/jump.ts'
import { startCharts } from '../interactive/start-charts.ts'
import { onRenewal } from '../live/renewal.ts'
import { createAddress } from '../ui/address.ts'
import type { Countdown } from '../ui/api.ts'
import { openDialog } from '../ui/dialog.ts'
import { bindActions, find, setPressed } from '../ui/dom.ts'
import {
  type Entry,
  entryOf,
  nameInAddress,
  nearestEntry,
  readEntries,
  renewEntries,
  resolveName,
  textOfAddress,
} from '../ui/entries.ts'
import { createNotice } from '../ui/notice.ts'
import { createAnnouncer, createProgress, linkTo } from '../ui/position.ts'
import { type Actions, bindShortcuts, shortcutsOf } from '../ui/shortcuts.ts'
import { makeTablesSortable } from '../ui/sortable.ts'
import { createMotionSwitch, createThemeSwitch } from '../ui/switches.ts'
import { createCopyChart } from './copy-chart.ts'
import { stepAt } from './current-at.ts'
import { bindPrinting, createMenu, createPlace, followBar } from './reading-chrome.ts'
import { createReadingStage } from './reading-stage.ts'
import { createScroller } from './scroller.ts'

/*
 * The reading page's start file. What is current is a function of the scroll position alone; `show` is the one place that
 * tells every part of the page.
 */

const articles = [...document.querySelectorAll<HTMLElement>('.step')]
const entries = readEntries(articles)
const stage = createReadingStage(document.querySelector<HTMLElement>('.stage'), articles)
const progress = createProgress(entries)
const place = createPlace(articles)
const announce = createAnnouncer(find<HTMLElement>('#announcer'))
const address = createAddress('#')
// In the same file as the page the deck is `#/`.
const linkDeck = linkTo('deck', (page) => `${page.replace(/#.*/, '')}#/`)
makeTablesSortable(document)
const charts = startCharts(entries, {
  slideOf: (id) => articles[indexOf(id)] ?? null,
  stage: document.querySelector<HTMLElement>('.stage'),
  layerIn: (_, host) => host,
  settled,
})

let current = -1
/** How many of its own steps are still to come. */
let before = 0

function show(index: number): void {
  const [entry, article] = [entries[index], articles[index]]
  if (!entry || !article) return
  const left = entry.chartSteps > 0 ? entry.chartSteps - stepAt(article, entry.chartSteps) : 0
  if (index === current && left === before) return
  before = left
  stage.show(index, before)
  charts.shown(index, entry.chartSteps - left)
  if (index === current) return
  const isFirst = current === -1
  current = index
  progress(index)
  place(index)
  linkDeck(entry.id)
  if (!isFirst) address.tell(entry.id)
}

const copyChart = createCopyChart(
  document.querySelector<HTMLElement>('.stage'),
  () => ({
    id: entries[current]?.id ?? '',
    title: entries[current]?.title ?? document.title,
    source: articles[current]?.dataset.source,
  }),
  (text) => {
    find('#announcer').textContent = text
  },
)
const scroller = createScroller(articles, show)
const motion = createMotionSwitch((on) => {
  stage.motion = on
  scroller.smooth = on
  setPressed('motion', on)
})
const theme = createThemeSwitch((dark) => setPressed('theme', dark))

/** Whoever moves without scrolling hears where they have come. */
function step(by: number): void {
  const entry = entries[scroller.step(by)]
  if (entry) announce(entry)
}

function go(id: string): void {
  const entry = entries.find((candidate) => candidate.id === id)
  if (!entry) return
  // An entry of the history, so that Back leads to where the reader was.
  if (location.hash === `#${id}`) scroller.jump(entry.index)
  else location.hash = id
  announce(entry)
}

const actions: Actions<'read'> = {
  step,
  toEdge: scroller.toEdge,
  jump: createJump(entries, go),
  otherPage: () => document.querySelector<HTMLAnchorElement>('a[data-action=deck]')?.click(),
  motion: motion.toggle,
  theme: theme.toggle,
  copyChart,
  help: () => openDialog(find('#help')),
  continues: scroller.continues,
}
const menu = createMenu()
followBar()
const notice = createNotice(entries, go)
openAddress()
addEventListener('hashchange', openAddress)

/** An address may name a step by an old id, its rank or in capitals, where the browser finds nothing itself. */
function openAddress(event?: Event): void {
  const name = nameInAddress(location.hash)
  notice.close()
  if (name === '' || document.getElementById(textOfAddress(location.hash))) return
  const found = resolveName(entries, name)?.id ?? document.getElementById(name)?.id
  if (found === undefined) showNearest(name, event === undefined)
  else location.replace(`#${found}`)
}

/** Whoever reads already stays where they are. */
function showNearest(name: string, isOpening: boolean): void {
  notice.lost(name)
  if (isOpening) void scroller.ready.then(() => scroller.jump(nearestEntry(entries, name).index))
}
bindShortcuts(shortcutsOf('read', actions, document.dir === 'rtl'))
bindPrinting(articles, stage.still)
const { jump, help } = actions
bindActions(document, { jump, motion: motion.toggle, theme: theme.toggle, copy: copyChart, help }, menu.close)

async function settled(): Promise<void> {
  await scroller.settled()
  await stage.settled()
}

onRenewal(() => {
  renewEntries(entries, articles)
  makeTablesSortable(document)
  charts.renew()
  const shown = current
  current = -1
  show(shown)
})

function indexOf(id: string): number {
  return entryOf(entries, id).index
}

window.countdown = {
  ready: Promise.all([stage.ready, scroller.ready]).then(settled),
  get step() {
    return { index: current, id: (entries[current] as Entry).id }
  },
  async goTo(id) {
    const index = indexOf(id)
    go(id)
    scroller.jump(index)
    await settled()
  },
  settled,
  move: (from, to) => stage.move(indexOf(from), indexOf(to)),
  get motion() {
    return motion.on
  },
  set motion(on) {
    motion.on = on
  },
} satisfies Countdown
