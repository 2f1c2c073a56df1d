/** The files that a chart names by address: data and pictures of the deck. */
export interface DataFiles {
  /** The text of a data file. Throws Error, whose message says what to do, where it cannot be had. */
  text(address: string): string
  /** A picture as a `data:` address, and its size in px. Throws as `text` does. */
  picture(address: string): { href: string; width: number; height: number }
  /** Changes when a file changes that was asked for. */
  stamp(): string
}
