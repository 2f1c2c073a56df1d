import type { Printer } from '../browser/printer.ts'
import type { Story, StoryCheck } from '../story/story.ts'
import type { OutputFile } from '../util/output-file.ts'
import type { FilmShape } from './video/film-format.ts'

/** What the outputs may use beside the story. */
export interface OutputTools {
  printer: Printer
  /** Folder of the machine's own sources and dependencies. */
  root: string
  paper: 'a4' | 'letter'
  /** Whether documents of slides have a page for each step of a slide, or one a slide: the last, unless given. */
  steps?: 'all' | 'last'
  /** The shape of the film; landscape unless given. */
  video?: FilmShape
  /** Address that the outputs will have, with a slash at its end; unknown unless given. */
  baseUrl?: string
  /** Names of the outputs that are made together: a page has no link to another that is not among them. Absent: all are made. */
  made?: ReadonlySet<string>
  /** Tells the author what the build could not do, and how it could. */
  note(message: string): void
  /** What all other outputs consist of; only for one that is made `last`. */
  files?: readonly OutputFile[]
  /** Tells how far what takes long is; nobody listens unless given. */
  progress?(name: string, done: number, total: number): void
  /** Reports a step and its time. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>
}

/** How one thing is made that a build makes. */
export interface Output {
  /**
   * Style sheet, relative to the machine's folder, of the page that a browser makes it from. What has one is begun first, so that
   * the browser works while the rest is made.
   */
  printStyle?: string
  make(story: Story, tools: OutputTools): Promise<OutputFile[]>
}

/** Flags, with a value, on which the bytes of some outputs depend. */
export const SETTINGS = ['paper', 'steps', 'video', 'baseUrl'] as const
type Setting = (typeof SETTINGS)[number]

/** What is known of an output before it is needed; the table of these feeds `--only` and `--help`. */
export interface NamedOutput {
  name: string
  description: string
  /** Made after all others, of their files, and whatever `--only` asks for. */
  last?: true
  /** Made only when its own flag or `--only` asks for it. */
  optional?: true
  /** The browser makes it, and is started before anything else. */
  printed?: true
  /** What it asks of a story before anything is made. */
  check?: StoryCheck
  /** Flags, with a value, that make a difference to its bytes; when others change it stays true. */
  changedBy?: readonly Setting[]
  load(): Promise<Output>
}
