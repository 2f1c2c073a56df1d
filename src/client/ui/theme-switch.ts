import { recall, remember } from './memory.ts'

/** Light or dark: the viewer's own choice, else the theme's where it has one, else what the system asks for. */
export interface ThemeSwitch {
  readonly dark: boolean
  toggle(): void
}

/** Keeps `<html data-theme>`, which the palette reads, and tells `changed` of every change. */
export function createThemeSwitch(changed: (dark: boolean) => void): ThemeSwitch {
  const system = matchMedia('(prefers-color-scheme: dark)')
  let chosen = recall('theme')
  const isDark = () => {
    const schemes = getComputedStyle(document.documentElement).colorScheme.split(' ')
    return schemes.includes('dark') && (system.matches || !schemes.includes('light'))
  }
  const apply = () => {
    if (chosen !== undefined) document.documentElement.dataset.theme = chosen
    changed(isDark())
  }
  system.addEventListener('change', apply)
  apply()
  return {
    get dark() {
      return isDark()
    },
    toggle() {
      chosen = isDark() ? 'light' : 'dark'
      remember('theme', chosen)
      apply()
    },
  }
}
