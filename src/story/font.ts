/** A font file in the deck's folder, as `fonts` of `slides/deck.ts` names it. */
export interface FontDeclaration {
  /** What charts and style sheets call it. */
  family: string
  /** 1 to 1000; 400 is regular, 700 bold. */
  weight: number
  /** WOFF2, WOFF or TrueType, relative to the deck's folder. */
  file: string
}

/** A font file as pages declare it; its ranges say for which characters a browser asks for it. */
export interface FontFace {
  family: string
  weight: number
  /** Of the file, absolute. */
  path: string
  /** As CSS has them: `U+590-5FF, U+25CC`. Absent: every character that no other face of the family has. */
  ranges?: string
  adjustment?: Adjustment
}

/** What a face's own sizes are multiplied by or replaced with, each as a share of the font size. */
export interface Adjustment {
  size: number
  ascent: number
  descent: number
  gap: number
}
