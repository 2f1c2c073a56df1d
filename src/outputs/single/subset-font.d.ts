declare module 'subset-font' {
  /** The font with the glyphs of a text alone, and those that stand for several of its characters, in the format that it has. */
  export default function subsetFont(font: Buffer, text: string): Promise<Buffer>
}
