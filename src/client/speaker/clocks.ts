import { find } from '../ui/dom.ts'
import { recall, remember } from '../ui/memory.ts'
import { paceAt, plannedWeights, weightsOf } from './pace.ts'
import { createRehearsal } from './rehearsal.ts'
import { createTimer, formatElapsed } from './timer.ts'

/**
 * The time of day, the time since the talk began, and how that stands to the time there is. The timer goes on where it was when the
 * window is loaded anew, which the
 * F5 of some remotes does.
 */
export function createClocks(main: HTMLElement, articles: readonly HTMLElement[]) {
  const timer = createTimer(Date.now, JSON.parse(recall('timer', 'sessionStorage') ?? 'null') ?? undefined)
  const target = find<HTMLInputElement>('#target', main)
  const acts = articles.map(({ dataset }) => dataset.act ?? '')
  const minutes = new Map(
    articles.flatMap(({ dataset }) => (dataset.minutes ? [[dataset.act ?? '', Number(dataset.minutes)]] : [])),
  )
  const words = articles.map((article) => find('.words', article).textContent?.length ?? 0)
  const weights = plannedWeights(weightsOf(words), acts, minutes)
  const planned = minutes.size > 0 ? String(Math.round(weights.reduce((sum, weight) => sum + weight, 0) / 60_000)) : ''
  const rehearsal = createRehearsal(articles.map(({ dataset }) => dataset.actId ?? ''))
  let current = 0
  const save = () => remember('timer', JSON.stringify(timer.state), 'sessionStorage')

  /** Until when the act should be told, and how far the talk is before or behind that; empty without a target. */
  const paceText = () => {
    const wanted = Number(target.value)
    if (!(wanted > 0)) return ''
    const { until = '', ahead = '', behind = '' } = find<HTMLElement>('#pace').dataset
    const { actEnd, late } = paceAt({ target: wanted * 60_000, elapsed: timer.elapsed, weights, acts, current })
    const lead = (late > 0 ? behind : ahead).replace('{}', formatElapsed(Math.abs(late)))
    return `${until.replace('{act}', acts[current] ?? '').replace('{time}', formatElapsed(actEnd))} · ${lead}`
  }
  const tick = () => {
    find('#clock').textContent = new Date().toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    find('#timer').textContent = formatElapsed(timer.elapsed)
    find('[data-action=rehearse]').setAttribute('aria-pressed', String(rehearsal.isOn))
    find('[data-action=pause]').setAttribute('aria-pressed', String(timer.paused))
    find('#pace').textContent = paceText()
  }
  const andTell = (change: () => void) => () => {
    change()
    save()
    tick()
  }
  target.value = recall('target', 'sessionStorage') ?? planned
  target.addEventListener('focus', () => target.select())
  target.addEventListener('input', () => {
    remember('target', target.value, 'sessionStorage')
    tick()
  })
  // When it is said, keys go to the slides again.
  target.addEventListener('change', () => target.blur())
  target.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') target.blur()
  })
  save()
  tick()
  setInterval(tick, 250)
  return {
    show(index: number) {
      current = index
      rehearsal.show(index, timer.elapsed)
      tick()
    },
    pause: andTell(timer.toggle),
    reset: andTell(timer.reset),
    /** Begins a rehearsal, or ends it and writes what was needed. */
    rehearse: andTell(() => {
      if (rehearsal.isOn) {
        rehearsal.stop(timer.elapsed)
        return
      }
      timer.reset()
      rehearsal.start()
    }),
  }
}
