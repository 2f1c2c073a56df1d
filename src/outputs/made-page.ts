import type { OutputFile } from '../util/output-file.ts'

/** A page without its head, so that it can stand in a file of its own or in one with others. */
export interface MadePage {
  body: string
  /** Paths of its style sheets, in their order. */
  styles: readonly string[]
  /** Path of the style sheet for readers without script. */
  plainStyle?: string
  /** Path of the script that starts it. */
  script: string
  /** Everything that it asks for, at once or later. */
  files: readonly OutputFile[]
}

/** Elements of a page's head that load what it asks for at once. */
export function headOf({ styles, plainStyle, script }: Pick<MadePage, 'styles' | 'plainStyle' | 'script'>): string {
  const sheet = (path: string) => `<link rel="stylesheet" href="${path}">`
  return [
    ...styles.map(sheet),
    ...(plainStyle === undefined ? [] : [`<noscript>${sheet(plainStyle)}</noscript>`]),
    `<script defer src="${script}"></script>`,
  ].join('\n')
}
