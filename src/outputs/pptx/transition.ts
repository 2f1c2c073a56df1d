import type { StageState } from '../../story/mark.ts'
import { xml } from './xml.ts'

/** How long a move takes where its state does not say, in ms; the player has the same. */
const USUAL = 650

/**
 * How a slide comes: where a chart stands before it and on it, PowerPoint moves the one into the other (Morph, since 2019); everything
 * else, and every other program, fades.
 */
export function transitionInto(index: number, states: readonly StageState[]): string {
  const fade = xml('p:transition', { spd: 'med' }, xml('p:fade'))
  const [before, state] = [states[index - 1], states[index]]
  if (!before || !state || before.marks.size === 0 || state.marks.size === 0) return fade
  const moving = xml(
    'p:transition',
    { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main', spd: 'slow', 'p14:dur': state.duration ?? USUAL },
    xml('p159:morph', { option: 'byObject' }),
  )
  return xml(
    'mc:AlternateContent',
    { 'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006' },
    xml('mc:Choice', { 'xmlns:p159': 'http://schemas.microsoft.com/office/powerpoint/2015/09/main', Requires: 'p159' }, moving),
    xml('mc:Fallback', {}, fade),
  )
}
