import { recall, remember } from './memory.ts'

/**
 * Whether changes are animated: the viewer's own choice, but never against the system's wish for reduced motion. Keeps
 * `<html data-motion>`, which the style sheets read, and tells `changed` of every change.
 */
export function createMotionSwitch(changed: (on: boolean) => void) {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')
  let wanted = recall('motion') !== 'off'
  const isOn = () => wanted && !reduced.matches
  const apply = () => {
    document.documentElement.dataset.motion = isOn() ? 'on' : 'off'
    changed(isOn())
  }
  reduced.addEventListener('change', apply)
  apply()
  const set = (value: boolean) => {
    wanted = value
    remember('motion', value ? 'on' : 'off')
    apply()
  }
  return {
    get on() {
      return isOn()
    },
    set on(value) {
      set(value)
    },
    toggle: () => set(!isOn()),
  }
}

/**
 * Light or dark: the viewer's own choice, else the theme's where it has one, else what the system asks for. Keeps
 * `<html data-theme>`, which the palette reads, and tells `changed` of every change.
 */
export function createThemeSwitch(changed: (dark: boolean) => void) {
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
