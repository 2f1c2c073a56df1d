/** What every part of the benchmark may use. */
export interface Tools {
  /** The project's folder. */
  root: string
  /** An empty folder that is removed at the end. */
  scratch: string
  /** The real deck's outputs, built once for all parts. */
  dist(): Promise<string>
}

/** One figure, with what it should be. */
export interface Row {
  what: string
  /** Undefined when there is none to be had; the note says why. */
  found: number | undefined
  unit: 's' | 'ms' | 'MB' | 'KB' | 'fps' | '×' | ''
  /** The most that is wanted, in the same unit. */
  most?: number
  /** The least that is wanted. */
  least?: number
  note?: string
}

/** Figures that belong together. */
export interface Table {
  title: string
  rows: readonly Row[]
}

/** One part of the benchmark; its name runs it alone. */
export interface Part {
  name: string
  /** Yields its tables as soon as they are measured. */
  run(tools: Tools): AsyncGenerator<Table>
}
