import { isTaken } from '../deck/shortcuts.ts'
import { onRenewal } from '../live/renewal.ts'
import { drawStill } from '../player/draw-still.ts'
import { loadKeyframes } from '../player/keyframes.ts'
import { find, make } from '../ui/dom.ts'
import { type AskMessage, audience, readMessage, type StepMessage } from './speaker-messages.ts'
import { createTimer, formatElapsed } from './timer.ts'

/*
 * The speaker view's start file. The page holds every slide and its notes; the deck, which opened it, tells which one is on.
 */

const main = find<HTMLElement>('.speaker')
const articles = [...main.querySelectorAll<HTMLElement>('article')]
const timer = createTimer(() => performance.now())
const deck = window.opener as Window | null
let shown = ''

function ask(what: AskMessage['ask'], id?: string): void {
  deck?.postMessage({ countdown: 'ask', ask: what, ...(id !== undefined && { id }) } satisfies AskMessage, audience())
}

addEventListener('message', (event) => {
  const message = event.source === deck ? readMessage<StepMessage>(event, 'step') : undefined
  if (message) show(message)
})

function show({ id, black }: StepMessage): void {
  document.documentElement.dataset.connected = ''
  find('[data-action=black]').setAttribute('aria-pressed', String(black))
  const index = articles.findIndex((article) => article.dataset.id === id)
  const article = articles[index]
  if (!article || id === shown) return
  shown = id
  find('#position').textContent = `${index + 1} / ${articles.length} · ${article.dataset.label ?? ''}`
  find('#notes').replaceChildren(...copyOf(article, '.words'))
  find('#notes').scrollTop = 0
  draw(find('#current'), index)
  draw(find('#upcoming'), index + 1)
}

/** A slide as the audience sees it at rest, made smaller. */
function draw(screen: HTMLElement, index: number): void {
  const article = articles[index]
  if (!article) {
    screen.replaceChildren(make('p', 'end', screen.dataset.end ?? ''))
    return
  }
  const still = make('div', 'still')
  still.innerHTML = drawStill(index)
  screen.replaceChildren(make('div', 'miniature', still, ...copyOf(article, '.sheet-html')))
  scale(screen)
}

function copyOf(article: HTMLElement, part: string): Node[] {
  return [...find(part, article).childNodes].map((node) => node.cloneNode(true))
}

function scale(screen: HTMLElement): void {
  screen.style.setProperty('--scale', String(screen.clientWidth / 1280))
}

for (const screen of main.querySelectorAll<HTMLElement>('.screen')) new ResizeObserver(() => scale(screen)).observe(screen)

const actions: Readonly<Record<string, () => void>> = {
  next: () => ask('next'),
  previous: () => ask('previous'),
  black: () => ask('black'),
  pause: () => timer.toggle(),
  reset: () => timer.reset(),
}

main.addEventListener('click', (event) => {
  const action = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]')?.dataset.action : undefined
  actions[action ?? '']?.()
  tick()
})

const KEYS: Readonly<Record<string, AskMessage['ask']>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  b: 'black',
  '.': 'black',
}

document.addEventListener('keydown', (event) => {
  const onButton = event.target instanceof HTMLButtonElement && event.key === ' '
  const what = KEYS[event.key]
  if (!what || onButton || isTaken(event)) return
  event.preventDefault()
  ask(what)
})

function tick(): void {
  find('#clock').textContent = new Date().toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
  })
  find('#timer').textContent = formatElapsed(timer.elapsed)
  find('[data-action=pause]').setAttribute('aria-pressed', String(timer.paused))
}

tick()
setInterval(tick, 250)
// A deck that was reloaded has forgotten its speaker view; the greeting, repeated, finds it again.
ask('hello')
setInterval(() => ask('hello'), 1000)
function loadStills(): void {
  void loadKeyframes(main.dataset.keyframes ?? '').then(() => {
    shown = ''
    ask('hello')
  })
}

loadStills()
onRenewal(loadStills)
