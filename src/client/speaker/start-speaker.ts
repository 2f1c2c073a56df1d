import { createJump } from '../deck/jump.ts'
import { createOverview } from '../deck/overview-grid.ts'
import { onRenewal } from '../live/renewal.ts'
import { drawStill } from '../player/draw-still.ts'
import { loadKeyframes } from '../player/keyframes.ts'
import { closeDialogs } from '../ui/dialog.ts'
import { bindActions, find } from '../ui/dom.ts'
import { readEntries } from '../ui/entries.ts'
import { giveKeysBack } from '../ui/give-back.ts'
import { bindShortcuts, shortcutsOf } from '../ui/shortcuts.ts'
import { createClocks } from './clocks.ts'
import { createScreen } from './screen.ts'
import { createDeckLink, type DeckState } from './speaker-link.ts'

/*
 * The speaker view's start file. The page holds every slide and its notes; the deck, which opened it, tells which one is on.
 */

const main = find<HTMLElement>('.speaker')
const articles = [...main.querySelectorAll<HTMLElement>('article')]
const entries = readEntries(articles)
const screens = [createScreen(find('#current'), articles), createScreen(find('#upcoming'), articles)]
const clocks = createClocks(main, articles)
const ask = createDeckLink(show, () => tell('lost'))
let shown: number | undefined
let shownStep = 0

/** What the page is: not connected yet, connected, or connected to a deck that is gone. */
function tell(connection: '' | 'lost'): void {
  document.documentElement.dataset.connected = connection
  find<HTMLElement>('.lost').hidden = connection === ''
}

function show({ id, step, black }: DeckState): void {
  tell('')
  find('[data-action=black]').setAttribute('aria-pressed', String(black))
  const index = articles.findIndex((article) => article.dataset.id === id)
  const article = articles[index]
  const entry = entries[index]
  if (!article || !entry || (index === shown && step === shownStep)) return
  screens[0]?.(entry, step)
  if (step < entry.steps) screens[1]?.(entry, step + 1)
  else screens[1]?.(entries[index + 1], 0)
  find('#count').textContent = `${index + 1} / ${articles.length}${entry.steps > 0 ? ` · ${step} / ${entry.steps}` : ''}`
  shownStep = step
  if (index === shown) return
  shown = index
  find('#position').textContent = article.dataset.label ?? ''
  find('#notes').replaceChildren(...[...find('.words', article).childNodes].map((node) => node.cloneNode(true)))
  find('#notes').scrollTop = 0
  clocks.show(index)
}

/** To the first slide of the next act; back, to the first one of this act or, from there, of the one before. */
function goByAct(by: 1 | -1): void {
  const firsts = entries.filter(({ act }, index) => entries[index - 1]?.act !== act)
  const at = shown ?? 0
  const target = by === 1 ? firsts.find(({ index }) => index > at) : firsts.findLast(({ index }) => index < at)
  if (target) ask('go', target.id)
}

const goTo = (id: string | undefined) => ask('go', id)
const jump = createJump(entries, goTo)
const overview = createOverview(entries, drawStill, goTo)
const actions = {
  step: (by: 1 | -1) => ask(by === 1 ? 'next' : 'previous'),
  act: goByAct,
  toEdge: (edge: 'start' | 'end') => goTo(entries.at(edge === 'start' ? 0 : -1)?.id),
  black: () => ask('black'),
  jump,
  overview: () => overview(shown ?? 0),
}
bindActions(main, {
  next: () => actions.step(1),
  previous: () => actions.step(-1),
  nextAct: () => goByAct(1),
  previousAct: () => goByAct(-1),
  black: actions.black,
  jump,
  overview: actions.overview,
  pause: clocks.pause,
  rehearse: clocks.rehearse,
  reset: clocks.reset,
})
bindShortcuts(shortcutsOf('speaker', actions, document.dir === 'rtl'), closeDialogs)
giveKeysBack()

function loadStills(): void {
  void loadKeyframes(main.dataset.keyframes ?? '').then(() => {
    shown = undefined
    ask('hello')
  })
}

loadStills()
onRenewal(loadStills)
