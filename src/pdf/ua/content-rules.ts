import { PdfReference } from '../values.ts'
import type { UaDocument } from './document.ts'
import { rule, type UaRule, unless } from './rule.ts'

/** What pages paint, and how it is marked. */
export const CONTENT_RULES: readonly UaRule[] = [
  rule('7.1-1', 'no artifact within what is tagged', ({ contents }) =>
    contents.flatMap(({ artifacts, artifactsInTags, painted }) =>
      unless(artifactsInTags === 0 && (artifacts === 0 || !painted.includes('tagged')), 'some'),
    ),
  ),
  rule('7.1-2', 'nothing tagged within an artifact', ({ contents }) =>
    contents.flatMap(({ marks, tagsInArtifacts, painted }) =>
      unless(tagsInArtifacts === 0 && (marks.size === 0 || !painted.includes('artifact')), 'some'),
    ),
  ),
  rule('7.1-3', 'everything painted to be tagged or an artifact, in marks that begin and end', (document) => [
    ...unmarked(document),
    ...unheld(document),
  ]),
  rule('7.20-1', 'no references to pages of other documents', ({ file, contents }) =>
    contents.flatMap(({ id }) => unless(!file.dictionary(new PdfReference(id)).has('Ref'), `one in the object ${id}`)),
  ),
  rule('7.20-2', 'forms with tags to be painted once', ({ contents }) =>
    contents.flatMap(({ marks, painted }) => unless(marks.size === 0 || painted.length <= 1, `one ${painted.length} times`)),
  ),
]

/** A form that is painted within a mark needs none of its own. */
function unmarked({ contents }: UaDocument): string[] {
  return contents.flatMap(({ unmarked, unbalanced, painted }) => {
    const isAlone = painted.length === 0 || painted.includes('none')
    return [...unless(unmarked === 0 || !isAlone, `${unmarked} outside`), ...unless(unbalanced === 0, 'marks that do not pair')]
  })
}

/** Marks that no element of the structure tree holds. */
function unheld({ contents, elements }: UaDocument): string[] {
  const held = new Set(
    elements.flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === 'mark' ? [`${kid.holder} ${kid.mark}`] : []))),
  )
  return contents.flatMap(({ id, marks }) =>
    [...marks].flatMap((mark) => unless(held.has(`${id} ${mark}`), 'a mark that no element holds')),
  )
}
