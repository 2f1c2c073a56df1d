/** The looks that a new deck can have, by name, and what each is for. `--theme` takes one; slides/deck.ts keeps it. */
export const themes = {
  newsprint: 'ink on warm paper, one signal red: figures of the public world',
  harbour: 'deep blue on cool white: places, distances, transport',
  orchard: 'leaf green on cream: nature, food, health',
  gallery: 'black on white with violet: films, music, books, sport',
  nocturne: 'amber on near black: night, space, screens',
} as const

/** One of them. */
export type ThemeName = keyof typeof themes

/** Their names. */
export const themeNames = Object.keys(themes) as readonly ThemeName[]
