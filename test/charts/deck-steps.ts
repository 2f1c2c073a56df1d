import { readFileSync } from 'node:fs'
import deck from '../../slides/deck.ts'

/** The steps that the slides show, as `scene step`, sorted. A slide's own scene overrides its act's. */
export function deckSteps(): string[] {
  return deck.acts
    .flatMap(({ scene, slides }) => slides.map((slide) => [sceneOf(slide) ?? scene, slide]))
    .filter(([scene]) => scene !== undefined && scene !== 'none')
    .map((parts) => parts.join(' '))
    .sort()
}

function sceneOf(slide: string): string | undefined {
  const rank = deck.records.find(({ id }) => id === slide)?.rank
  const file = new URL(`../../slides/${rank === undefined ? '' : `${rank}-`}${slide}.mdx`, import.meta.url)
  const text = readFileSync(file, 'utf8')
  // A slide with a chart of its own is no step of its act's scene.
  return /^scene: (\w+)$/m.exec(text)?.[1] ?? (text.includes('<Chart') ? 'none' : undefined)
}
