/** A page as texts: what takes the place of the one that the file opens with. */
export interface PackedPage {
  title: string
  body: string
  style: string
  script: string
}

/** What the one file of a story holds beside the page to read, as JSON. */
export interface Packed {
  deck: PackedPage
  speaker: PackedPage
  /** The script of the page to read, which stands in the file itself. */
  read: string
  /** Files that the pages ask for later, by their paths. */
  files: Readonly<Record<string, string>>
}
