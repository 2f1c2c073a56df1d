import { PdfReference } from '../values.ts'
import type { UaDocument } from './document.ts'
import { unless } from './document-rules.ts'
import type { UaRule } from './rule.ts'

/** What pages paint, and how it is marked. */
export const CONTENT_RULES: readonly UaRule[] = [
  {
    tests: ['7.1-1'],
    expected: 'no artifact within what is tagged',
    find: ({ contents }) =>
      contents.flatMap(({ artifacts, artifactsInTags, painted }) =>
        unless(artifactsInTags === 0 && (artifacts === 0 || !painted.includes('tagged')), 'some'),
      ),
  },
  {
    tests: ['7.1-2'],
    expected: 'nothing tagged within an artifact',
    find: ({ contents }) =>
      contents.flatMap(({ marks, tagsInArtifacts, painted }) =>
        unless(tagsInArtifacts === 0 && (marks.size === 0 || !painted.includes('artifact')), 'some'),
      ),
  },
  {
    tests: ['7.1-3'],
    expected: 'everything painted to be tagged or an artifact, in marks that begin and end',
    find: (document) => [...unmarked(document), ...unheld(document)],
  },
  {
    tests: ['7.20-1'],
    expected: 'no references to pages of other documents',
    find: ({ file, contents }) =>
      contents.flatMap(({ id }) => unless(!file.dictionary(new PdfReference(id)).has('Ref'), `one in the object ${id}`)),
  },
  {
    tests: ['7.20-2'],
    expected: 'forms with tags to be painted once',
    find: ({ contents }) =>
      contents.flatMap(({ marks, painted }) => unless(marks.size === 0 || painted.length <= 1, `one ${painted.length} times`)),
  },
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
