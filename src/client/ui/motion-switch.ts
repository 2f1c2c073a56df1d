import { recall, remember } from './memory.ts'

/** Whether changes are animated: the viewer's own choice, but never against the system's wish for reduced motion. */
export interface MotionSwitch {
  on: boolean
}

/** Keeps `<html data-motion>`, which the style sheets read, and tells `changed` of every change. */
export function createMotionSwitch(changed: (on: boolean) => void): MotionSwitch {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')
  let wanted = recall('motion') !== 'off'
  const isOn = () => wanted && !reduced.matches
  const apply = () => {
    document.documentElement.dataset.motion = isOn() ? 'on' : 'off'
    changed(isOn())
  }
  reduced.addEventListener('change', apply)
  apply()
  return {
    get on() {
      return isOn()
    },
    set on(value) {
      wanted = value
      remember('motion', value ? 'on' : 'off')
      apply()
    },
  }
}
