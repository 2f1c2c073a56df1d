import { LICENCES } from './licences/file.ts'

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
