import { decoded } from '../mdx/source.ts'
import { fileOf, type Slide } from '../story/story.ts'
import { linksIn } from '../tree/links-in.ts'
import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import type { OutputFile } from '../util/output-file.ts'
import { LICENCES } from './licences/licences.ts'

/** Where the parts of a story find one another; what is not made has no address. */
export interface Links {
  deck?: string
  /** The page to read. */
  read?: string
  speaker: string
  licences: string
  /** Where the folder of all of them will be published, with a slash at its end. */
  published?: string
  /** Folder of the data files. */
  data?: string
}

/** The addresses of the pages beside one another; `made` names the outputs that there are, all unless given. */
export function linksBeside(made?: ReadonlySet<string>): Links {
  const has = (output: string) => made?.has(output) ?? true
  return {
    ...(has('deck') && { deck: 'index.html' }),
    ...(has('read') && { read: 'read.html' }),
    speaker: 'speaker.html',
    licences: LICENCES,
    ...(has('data') && { data: 'data' }),
  }
}

/** What is no link to a file beside the pages. What leads out of their folder is known to whoever publishes it. */
const ELSEWHERE = /^(?:$|[a-z][a-z\d+.-]*:|[/\\#?]|\.\.)/i

/** Links of slides to files that a build, which made all its outputs but those in one folder, has not made. */
export function lostLinks(slides: readonly Slide[], files: readonly OutputFile[], except?: string): Diagnostic[] {
  const paths = new Set(files.map(({ path }) => path))
  return slides.flatMap((slide) => {
    const { content, body, notes } = slide
    return linksIn(content, body, notes)
      .filter((link) => !ELSEWHERE.test(link) && !paths.has(pathOf(link)) && pathOf(link).split('/')[0] !== except)
      .map((link) => ({
        location: { file: fileOf(slide) },
        said: link,
        message: `found the link ${shown(link)}, expected a file that the build makes; ${suggest(pathOf(link), told([...paths]))}`,
      }))
  })
}

/** Below the folder of the pages, without what is asked of it. */
function pathOf(link: string): string {
  return decoded(new URL(link, 'http://pages/').pathname.slice(1))
}

/** Files that somebody would link to. */
function told(paths: readonly string[]): string[] {
  return paths.filter((path) => /^(?:data\/|[^/_.][^/]*\.(?!json$))/.test(path) && path !== '404.html')
}
