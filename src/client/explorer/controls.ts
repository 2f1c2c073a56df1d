import { make } from '../ui/dom.ts'
import type { ExplorerData } from './explorer-data.ts'

/** What the audience has chosen. */
export interface Choice {
  /** Key of the column to sort by. */
  sort: string
  /** What the column of the filter must say; an empty text for all. */
  filter: string
  /** Id of the row to point out, or an empty text. */
  focus: string
}

/** The controls above chart and table. */
export interface Controls {
  choice(): Choice
  /** Tells the order that the table's own heads have made. */
  showSort(key: string): void
}

/** An option: value and words. */
type Option = readonly [string, string]

interface Choices {
  filters: readonly string[]
  /** Rows by id and name. */
  rows: readonly Option[]
  chosen(control: keyof Choice): void
  reversed(): void
}

/** Plain form controls in their place, each with its label. */
export function createControls(
  place: HTMLElement,
  { labels, filter, words }: ExplorerData,
  { filters, rows, chosen, reversed }: Choices,
): Controls {
  const sort = select(Object.entries(labels), () => chosen('sort'))
  const only = select([['', words.all], ...filters.map((text): Option => [text, text])], () => chosen('filter'))
  const focus = select([['', words.none], ...rows], () => chosen('focus'))
  const reverse = make('button', '', words.reverse)
  reverse.type = 'button'
  reverse.addEventListener('click', reversed)
  const pointing = labelled(words.pointOut, focus)
  pointing.className = 'pointing'
  place.append(labelled(words.sortBy, sort), reverse, labelled(labels[filter] ?? filter, only), pointing)
  place.role = 'group'
  place.ariaLabel = words.controls
  // Arrow keys choose here and do not turn the slides.
  place.dataset.keys = 'own'
  return {
    choice: () => ({ sort: sort.value, filter: only.value, focus: focus.value }),
    showSort(key) {
      sort.value = key
    },
  }
}

function select(options: readonly Option[], change: () => void): HTMLSelectElement {
  const element = make('select', '', ...options.map(([value, text]) => option(value, text)))
  element.addEventListener('change', change)
  return element
}

function option(value: string, text: string): HTMLOptionElement {
  const element = make('option', '', text)
  element.value = value
  return element
}

function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  return make('label', '', `${text} `, control)
}
