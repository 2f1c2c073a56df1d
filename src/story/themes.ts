import type { Palette } from './palette.ts'

/**
 * What a theme sets beside its colours, as custom properties that `src/kit/styles/look.css` reads. Headlines and figures are set
 * in `display`; the detail that a reader knows the story by is a rule above it, a bar beside its headlines, or how its kickers are.
 */
type Property =
  | 'display'
  | 'display-weight'
  | 'kicker'
  | 'kicker-strong'
  | 'kicker-ground'
  | 'kicker-edge'
  | 'kicker-dot'
  | 'headline-bar'
  | 'rule'
  | 'rule-width'
  | 'rule-fill'

/** A look by name. */
interface Theme {
  /** What it is for. */
  about: string
  palette: Palette
  look: Readonly<Partial<Record<Property, string>>>
  /** On screens it is dark, until a reader chooses otherwise. */
  isDark?: true
}

const shades = (light: string, dark: string) => ({ light, dark })

const themeTable = {
  newsprint: {
    about: 'ink on warm paper, one signal red: figures of the public world',
    palette: {
      paper: shades('#fbf7ee', '#171513'),
      ink: shades('#1b1815', '#efe9de'),
      quiet: shades('#5f5a51', '#9f998e'),
      mute: shades('#938c80', '#6a645a'),
      faint: shades('#e6dfd1', '#2f2b26'),
      signal: shades('#ac1a15', '#ff8f7d'),
    },
    look: {
      rule: '""',
      'rule-width': '1200px',
      'rule-fill': 'linear-gradient(var(--ink) 4px, transparent 4px 7px, var(--ink) 7px)',
    },
  },
  harbour: {
    about: 'deep blue on cool white: places, distances, transport',
    palette: {
      paper: shades('#f5f8fb', '#0f1820'),
      ink: shades('#0e1f2e', '#e6eef5'),
      quiet: shades('#4f5c68', '#8e9daa'),
      mute: shades('#7f8f9e', '#596875'),
      faint: shades('#d9e3ec', '#22303c'),
      signal: shades('#0955ac', '#60b8f7'),
    },
    look: { display: 'var(--sans)', 'headline-bar': '""' },
  },
  orchard: {
    about: 'leaf green on cream: nature, food, health',
    palette: {
      paper: shades('#faf8ec', '#141a12'),
      ink: shades('#1d2417', '#edf0e0'),
      quiet: shades('#575d4c', '#979f89'),
      mute: shades('#889078', '#636956'),
      faint: shades('#e3e4cf', '#2a3226'),
      signal: shades('#0e6528', '#66c653'),
    },
    look: { 'kicker-dot': '""' },
  },
  gallery: {
    about: 'black on white with violet: films, music, books, sport',
    palette: {
      paper: shades('#ffffff', '#141316'),
      ink: shades('#0f0f11', '#f3f2f5'),
      quiet: shades('#5f5d63', '#99979d'),
      mute: shades('#939198', '#656369'),
      faint: shades('#e6e5e9', '#2d2b31'),
      signal: shades('#7a22df', '#c897ff'),
    },
    look: {
      display: 'var(--sans)',
      'display-weight': '400',
      kicker: 'var(--paper)',
      'kicker-strong': 'var(--paper)',
      'kicker-ground': 'var(--ink)',
      'kicker-edge': '0.6em',
    },
  },
  nocturne: {
    about: 'amber on near black: night, space, screens',
    palette: {
      paper: shades('#f8f6f2', '#0d0e12'),
      ink: shades('#17171c', '#f2eee6'),
      quiet: shades('#5c5851', '#99958c'),
      mute: shades('#8f8a80', '#656159'),
      faint: shades('#e0ddd6', '#26272d'),
      signal: shades('#8a4000', '#e79a00'),
    },
    look: {
      rule: '""',
      'rule-width': '96px',
      'rule-fill': 'linear-gradient(var(--signal) 5px, transparent 5px)',
      kicker: 'var(--signal)',
    },
    isDark: true,
  },
} as const satisfies Record<string, Theme>

/** One of the looks that a deck can have. */
export type ThemeName = keyof typeof themeTable

/** The looks that a deck can have, by name. `init --theme` takes one; `theme` of slides/deck.ts keeps it. */
export const themes: Readonly<Record<ThemeName, Theme>> = themeTable

/** Their names. */
export const themeNames = Object.keys(themes) as readonly ThemeName[]

/** Whether a deck may name this. */
export function isTheme(name: unknown): name is ThemeName {
  return (themeNames as readonly unknown[]).includes(name)
}

/** The colours of a theme, over which a deck's own go; none for a deck without one. */
export function themePalette(name: ThemeName | undefined): Palette {
  return name === undefined ? {} : themes[name].palette
}

/** Whether headlines are set in the serif family; all else is in the other. */
export function hasSerif(name: ThemeName | undefined): boolean {
  return name === undefined || themes[name].look.display === undefined
}

/** The rules that a theme adds to the colours: for paper without what only screens have. */
export function themeRules(name: ThemeName | undefined, medium: 'screen' | 'paper'): string {
  if (name === undefined) return ''
  const { look, isDark } = themes[name]
  const rules = Object.entries(look).map(([property, value]) => `--${property}:${value}`)
  return `:root{${[...rules, ...(isDark && medium === 'screen' ? ['color-scheme:dark'] : [])].join(';')}}`
}
