import { textValue } from '../facts.ts'
import type { UaAnnotation, UaDocument } from './document.ts'
import { rule, type UaRule, unless } from './rule.ts'

/** Links, which are the only annotations that our documents have. */
export const ANNOTATION_RULES: readonly UaRule[] = [
  rule('7.18.1-1 7.18.2-1 7.18.8-1', 'no annotations but links', (document) =>
    annotationsOf(document)
      .map(({ entries }) => document.file.name(entries.get('Subtype')) ?? 'none')
      .filter((type) => type !== 'Link'),
  ),
  rule('7.18.1-2 7.18.5-2', 'links to say where they lead', (document) =>
    annotationsOf(document).flatMap(({ entries }) =>
      unless(textValue(document.file, entries.get('Contents')) !== '', 'one that does not'),
    ),
  ),
  rule('7.18.5-1', 'links to be in an element of type Link', (document) =>
    annotationsOf(document).flatMap(({ element }) => unless(element?.type === 'Link', `one in ${element?.type ?? 'none'}`)),
  ),
  rule('7.18.3-1', 'pages with links to be tabbed through in the order of their structure', ({ file, pages }) =>
    pages.flatMap(({ entries, annotations }) =>
      unless(annotations.length === 0 || file.name(entries.get('Tabs')) === 'S', 'one that is not'),
    ),
  ),
]

function annotationsOf({ pages }: UaDocument): UaAnnotation[] {
  return pages.flatMap(({ annotations }) => annotations)
}
