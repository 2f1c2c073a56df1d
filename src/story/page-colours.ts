/** A colour on light and on dark paper, each as `#rrggbb`. */
export interface Shades {
  light: string
  dark: string
}

/**
 * Colours of the pages, where a deck has none of its own: paper and ink, greys of one warm hue, one signal colour. The kit's
 * `tokens.css` has the same; a test holds both together.
 */
export const pageColours = {
  paper: { light: '#faf8f3', dark: '#14171a' },
  ink: { light: '#1d1b18', dark: '#ece8df' },
  quiet: { light: '#5f5a52', dark: '#a8a297' },
  mute: { light: '#948d82', dark: '#77726a' },
  faint: { light: '#e3dfd5', dark: '#2a2e32' },
  signal: { light: '#a83208', dark: '#ff8a4c' },
} as const satisfies Readonly<Record<string, Shades>>

/** What a colour of the pages is for. */
export type PageColour = keyof typeof pageColours
