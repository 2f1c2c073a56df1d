import type { Paper } from '../../outputs/handout/page-rules.ts'
import type { Slide, Story } from '../../story/story.ts'
import type { Diagnostic } from '../../util/diagnostic.ts'
import type { OutputFile } from '../../util/output-file.ts'
import type { Where } from '../list-findings.ts'
import type { Look } from '../measure.ts'

/** What the views are made from. */
export interface Material {
  story: Story
  /** The outputs, made. */
  files: readonly OutputFile[]
  root: string
  paper: Paper
  look: Look
}

/** What was looked at, in words with its number, and what is wrong with it. */
export interface Audited {
  counted: string
  diagnostics: Diagnostic[]
}

/** Where the author finds a slide. */
export function ofSlide(slide: Slide | undefined): Pick<Where, 'location' | 'subject'> {
  if (slide?.file !== undefined) return { location: { file: slide.file } }
  return slide ? { subject: `slide \`${slide.id}\`` } : {}
}

/** What the labels of a slide's chart belong to, drawn for a frame. */
export function chartOf(slide: Slide | undefined, frame: string): string | undefined {
  return slide?.stage && `chart \`${slide.stage.scene}\`, step \`${slide.stage.step}\` (${frame})`
}
