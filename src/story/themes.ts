import { shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import type { Palette } from './palette.ts'

/**
 * What a theme sets beside its colours, as custom properties that `src/kit/styles/look.css` reads. Headlines and figures are set
 * in `display`; the detail that a reader knows the story by is a rule above it, a bar beside its headlines, or how its kickers are.
 */
const PROPERTIES = [
  'display',
  'display-weight',
  'kicker',
  'kicker-strong',
  'kicker-ground',
  'kicker-edge',
  'kicker-dot',
  'headline-bar',
  'rule',
  'rule-width',
  'rule-fill',
] as const
type Property = (typeof PROPERTIES)[number]

/** A look: one of ours, which decks name, or what a package or a file of the deck exports. */
export interface Theme {
  palette: Palette
  look: Readonly<Partial<Record<Property, string>>>
  /** On screens it is dark, until a reader chooses otherwise. */
  isDark?: boolean
  /** Packages of fonts, as in `fonts` of a deck. */
  fonts?: readonly string[]
  /** Rules that come before those of the deck's own `style.css`. */
  css?: string
}

const shades = (light: string, dark: string) => ({ light, dark })

const themeTable = {
  newsprint: {
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

/** What a deck names, or has as a value; undefined without one. */
export function themeOf(theme: ThemeName | Theme | undefined): Theme | undefined {
  return typeof theme === 'string' ? themes[theme] : theme
}

/** What is wrong with the theme of a deck whose types were not checked. */
export function wrongTheme(theme: unknown): string[] {
  if (theme === undefined || (themeNames as readonly unknown[]).includes(theme)) return []
  if (typeof theme === 'string')
    return [`found ${shown(theme)}, expected a theme that is imported, or a name; ${suggest(theme, themeNames)}`]
  const { palette, look, fonts = [], css = '' } = Object(theme) as Partial<Theme>
  if (Object(palette) !== palette || Object(look) !== look)
    return ['found no theme, expected { palette, look }, or the name of one']
  const details = Object.entries(look ?? {}).flatMap(([name, value]) => {
    if (!(PROPERTIES as readonly string[]).includes(name))
      return [`look: unknown property ${shown(name)}; ${suggest(name, PROPERTIES)}`]
    return /^[^;{}]+$/.test(value) ? [] : [`look.${name}: found ${shown(String(value))}, expected one value of CSS`]
  })
  const isListed = Array.isArray(fonts) && fonts.every((font) => typeof font === 'string')
  return [
    ...details,
    ...(isListed ? [] : ['fonts: expected a list of packages such as `@fontsource/inter`']),
    ...(typeof css === 'string' ? [] : ['css: expected a text']),
  ]
}

/** Whether headlines are set in the serif family; all else is in the other. */
export function hasSerif(theme: ThemeName | Theme | undefined): boolean {
  return themeOf(theme)?.look.display === undefined
}

/** The rules that a theme adds to the colours: for paper without what only screens have. */
export function themeRules(theme: ThemeName | Theme | undefined, medium: 'screen' | 'paper'): string {
  const found = themeOf(theme)
  if (!found) return ''
  const rules = Object.entries(found.look).map(([property, value]) => `--${property}:${value}`)
  return `:root{${[...rules, ...(found.isDark && medium === 'screen' ? ['color-scheme:dark'] : [])].join(';')}}`
}
