/** Text of a handout: plain, or a link whose text says where it leads. */
export type Phrase = string | { text: string; href: string }

/** A sentence and what follows from it. */
export interface Words {
  headline: string
  text?: string
}

/** What stands on a page, from top to bottom. */
export type Part =
  /** Opens an act: a second-level heading, a sentence or two, and the share of the whole that these records have. */
  | { kind: 'opener'; title: string; lead?: string; records?: readonly string[] }
  /** Records as rows, each with its bar, its columns and the words of its slide. */
  | { kind: 'rows'; records: readonly string[] }
  /** The words of slides without a record, side by side. */
  | { kind: 'beats'; slides: readonly string[] }
  /** A sentence for paper, where the slide's own speaks of what moves. */
  | ({ kind: 'words' } & Words)
  /** The stage at a slide, `height` px high where the text is 800 wide; with words it leaves a third of the width to them. */
  | { kind: 'figure'; slide: string; height: number; beside?: Words }
  /** Every record and every column. */
  | { kind: 'table'; caption: string }
  /** Short articles in columns: method, sources. */
  | { kind: 'articles'; articles: readonly Article[] }

/** A titled piece of text; each paragraph is a list of phrases. */
export interface Article {
  title: string
  paragraphs: readonly (readonly Phrase[])[]
}

/** One page: what its running header says, and its parts. */
export interface Sheet {
  header: string
  parts: readonly Part[]
}

/** Records on the cover that are spoken of together. */
export interface CoverGroup {
  records: readonly string[]
  label: string
  /** In the one saturated colour. */
  strong?: boolean
}

/** The first page: the finding, and all records as bars on one scale. */
export interface Cover {
  kicker: string
  finding: string
  lead: string
  /** Accessible name of the bars: chart type, data and finding. */
  chart: string
  /** Said once, after the value of the first bar. */
  unit: string
  groups: readonly CoverGroup[]
  /** Title of the list of contents. */
  contents: string
}

/** The bars of the whole handout: linear, from zero to either side, on one scale. */
export interface Bars<Row> {
  /** Key of the column that prints the value at the end of its bar. */
  column: string
  value(record: Row): number
  /** Says what the bars show and in which unit. */
  title: string
  /** Where the scale is marked; amounts as `value` gives them. */
  marks: readonly { at: number; label: string }[]
  /** Says which part of the whole some records have, where amounts can be added; `before` is what was told before them. */
  share?(part: { count: number; before: number; here: number; total: number }): string
}

/** A second measure of the whole handout: under its figure in each row, where that figure lies among those of all records. */
export interface Strip<Row> {
  /** Key of a column that stands beside each bar. */
  column: string
  /** Above zero; null where there is none. */
  value(record: Row): number | null
}

/** What a handout needs beside slides. Every record stands in one of its rows. */
export interface Handout<Row> {
  bars: Bars<Row>
  /** Keys of the columns that stand beside each bar. */
  columns: readonly string[]
  /** Drawn on a logarithmic scale, as such measures are of many sizes. */
  strip?: Strip<Row>
  /** Without one the first page has title, description and contents. */
  cover?: Cover
  /** The pages after the cover; without them the story is laid out act by act. */
  sheets?: readonly Sheet[]
  /** Slides without a record that are for a room and not for paper; where there are `sheets`, these say what is on paper. */
  without?: readonly string[]
}
