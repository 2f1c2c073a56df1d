import { make } from '../ui/dom.ts'

/** What is wrong, as the pages show it. */
export interface ListedDiagnostic {
  /** `file:line:column`, as far as it is known. */
  location: string
  message: string
  /** The line itself. */
  source?: string
  /** 0-based position in the line. */
  at?: number
}

/**
 * Lays what is wrong over the page, above everything else on it, and takes it away again by itself. It takes neither keys nor
 * focus: the presenter goes on with the page behind it.
 */
export function createOverlay(): (diagnostics: readonly ListedDiagnostic[]) => void {
  // A section would look like those of the page it lies on.
  const box = make('div', 'live-overlay')
  box.role = 'alert'
  box.ariaLabel = 'Diagnostics of the deck'
  box.popover = 'manual'
  const style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = '/live.css'
  style.dataset.live = ''
  document.head.append(style)
  let shown = '[]'
  return (diagnostics) => {
    // The same may be sent again, and need not be read out again.
    const sent = JSON.stringify(diagnostics)
    if (sent === shown) return
    shown = sent
    if (diagnostics.length === 0) {
      box.remove()
      return
    }
    box.replaceChildren(heading(diagnostics.length), ...diagnostics.map(describe), hint())
    if (!box.isConnected) document.body.append(box)
    if (!box.matches(':popover-open')) box.showPopover()
  }
}

function heading(count: number): HTMLElement {
  return make('h2', '', count === 1 ? 'One thing to mend' : `${count} things to mend`)
}

function describe({ location, message, source, at }: ListedDiagnostic): HTMLElement {
  const parts: HTMLElement[] = [make('p', 'live-location', location), make('p', 'live-message', message)]
  if (source !== undefined) parts.push(make('pre', '', ...excerpt(source, at)))
  return make('div', 'live-diagnostic', ...parts)
}

/** The line, with a mark from the place on. */
function excerpt(source: string, at: number | undefined): (Node | string)[] {
  if (at === undefined) return [source]
  const rest = source.slice(at)
  const word = /^(?:[\w$.]+|.)/u.exec(rest)?.[0] ?? ''
  return [source.slice(0, at), make('mark', '', word || ' '), rest.slice(word.length)]
}

function hint(): HTMLElement {
  return make('p', 'live-hint', 'The page behind is the last good one. This goes away by itself.')
}
