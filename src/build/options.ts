/** What the command line asks for. */
export interface Options {
  command: 'build' | 'init' | 'present'
  /** The deck's folder as given. */
  folder: string
  out?: string
  /** Names of outputs; all unless given. */
  only?: readonly string[]
  /** Names of outputs that are made only when asked for, and are. */
  also: readonly string[]
  paper: 'a4' | 'letter'
  /** Address of the published folder, with a slash at its end. */
  baseUrl?: string
  watch: boolean
  check: boolean
  compress: boolean
  /** The table that a new deck is made from. */
  data?: string
  verbose: boolean
  help: boolean
}
