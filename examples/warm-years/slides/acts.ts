import { between } from 'countdown-story'
import { above } from '../data/figures.ts'
import { records } from '../data/records.ts'

/** A part of the countdown, from one rank down to another; its door is the slide before it. */
function part(title: string, from: number, to: number, door?: string) {
  return { title, from, to, told: between(records, from, to), ...(door && { door }) }
}

/** The parts of the countdown. The second one ends with the last year that is not above the mean. */
export const acts = {
  coldest: part('The forty coldest', records.length, records.length - 39),
  below: part('Below the mean', records.length - 40, above + 1, 'forty'),
  above: part('Above the mean', above, 25, 'crossing'),
  half: part('Half a degree and more', 24, 11, 'degree'),
  ten: part('The ten warmest', 10, 1, 'ten'),
}
