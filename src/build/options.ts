import type { Overrides } from '../init/choose-roles.ts'

/** What the command line asks for. */
export interface Options {
  command: 'build' | 'init' | 'present' | 'chart' | 'gallery' | 'motion-pairs' | 'shot' | 'figures'
  /** The deck's folder as given, or that of the charts. */
  folder: string
  /** Id of the slide to photograph. */
  slide?: string
  /** The files of charts to draw. */
  specs: readonly string[]
  /** Charts at their own size. */
  ownSize: boolean
  out?: string
  /** Names of outputs; all unless given. */
  only?: readonly string[]
  /** Names of outputs that are made only when asked for, and are. */
  also: readonly string[]
  paper: 'a4' | 'letter'
  /** Whether slides.pdf has a page for each step of a slide, or one a slide. */
  steps: 'all' | 'last'
  /** The shape of the film; landscape unless given. */
  video?: 'landscape' | 'portrait'
  /** Address of the published folder, with a slash at its end. */
  baseUrl?: string
  watch: boolean
  check: boolean
  /** What is found is told as JSON. */
  json: boolean
  compress: boolean
  /** The browser may use the machine's fonts. */
  systemFonts: boolean
  /** The table that a new deck is made from, or the folder of the data that charts name. */
  data?: string
  /** Whether a table is only told, and whether as JSON. */
  dryRun: boolean
  /** What the author says of the table. */
  overrides: Overrides
  verbose: boolean
  help: boolean
}
