import { inlineStyle, storyStyle } from '../../outputs/assets.ts'
import { renderCell, renderSheet } from '../../outputs/share/share-output.ts'
import { audit } from '../audit.ts'
import { type Audited, type Material, ofSlide } from './material.ts'

const WINDOW = { width: 1200, height: 630 }

/** Previews are shown at less than half their size, where 20 px are 9. */
const LEAST = { words: 20, labels: 20 }

/** The words of every picture for link previews; its chart is one of the reading page's, and too small there to be read. */
export async function auditPictures({ story, root, look }: Material): Promise<Audited> {
  const { deck, slides, wide } = story
  const shown = [undefined, ...slides.filter(({ record }) => record)]
  const cells = shown.map((slide) => renderCell(story, { ...wide, states: [] }, slide))
  const html = renderSheet(deck, cells, await inlineStyle(root, 'src/outputs/share/pictures.css', storyStyle(story)))
  const wanted = { sheets: 'article', name: 'picture', extent: 'box' } as const
  const [findings] = await look({ html, wanted, windows: [WINDOW], media: 'screen' })
  const seen = (findings?.sheets ?? []).map((sheet, index) => ({
    sheet,
    least: LEAST,
    where: () => ({ ...ofSlide(shown[index]), view: 'link preview' }),
  }))
  return { counted: `${seen.length} link previews`, diagnostics: audit(seen) }
}
