import { alternative, type Element, idOf } from '../elements.ts'
import type { UaDocument } from './document.ts'
import { unless } from './document-rules.ts'
import type { UaRule } from './rule.ts'

/** The structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
Formula Form`.split(/\s+/),
)

/** What an element may hold, and in what it must be, for the types that are bound to each other. */
const KIDS: readonly { test: string; type: string; kids: readonly string[] }[] = [
  { test: '7.2-3', type: 'Table', kids: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'] },
  { test: '7.2-10', type: 'TR', kids: ['TH', 'TD'] },
  { test: '7.2-36', type: 'THead', kids: ['TR'] },
  { test: '7.2-37', type: 'TBody', kids: ['TR'] },
  { test: '7.2-38', type: 'TFoot', kids: ['TR'] },
  { test: '7.2-19', type: 'L', kids: ['L', 'LI', 'Caption'] },
  { test: '7.2-20', type: 'LI', kids: ['Lbl', 'LBody'] },
  { test: '7.2-27', type: 'TOC', kids: ['TOC', 'TOCI', 'Caption'] },
]
const PARENTS: readonly { test: string; type: string; parents: readonly string[] }[] = [
  { test: '7.2-4', type: 'TR', parents: ['Table', 'THead', 'TBody', 'TFoot'] },
  { test: '7.2-5', type: 'THead', parents: ['Table'] },
  { test: '7.2-6', type: 'TBody', parents: ['Table'] },
  { test: '7.2-7', type: 'TFoot', parents: ['Table'] },
  { test: '7.2-8', type: 'TH', parents: ['TR'] },
  { test: '7.2-9', type: 'TD', parents: ['TR'] },
  { test: '7.2-17', type: 'LI', parents: ['L'] },
  { test: '7.2-18', type: 'LBody', parents: ['LI'] },
  { test: '7.2-26', type: 'TOCI', parents: ['TOC'] },
]

/** The structure tree, but for what is within tables. */
export const STRUCTURE_RULES: readonly UaRule[] = [
  {
    tests: ['7.1-11'],
    expected: 'a structure tree',
    find: ({ file, elements }) => unless(file.catalog.has('StructTreeRoot') && elements.length > 0, 'none'),
  },
  {
    tests: ['7.1-5', '7.1-6', '7.1-7'],
    expected: 'types of PDF 1.7, and none that stand for others',
    find: ({ file, elements }) => [
      ...unless(!file.dictionary(file.catalog.get('StructTreeRoot')).has('RoleMap'), 'a map of types'),
      ...elements.map(({ type }) => type).filter((type) => !STANDARD.has(type)),
    ],
  },
  {
    tests: ['7.1-12'],
    expected: 'that each element names the one that holds it',
    find: ({ file, elements }) =>
      elements.flatMap(({ type, entries, parent }) => {
        const holder = parent ? parent.reference.id : idOf(file.catalog.get('StructTreeRoot'))
        return unless(idOf(entries.get('P')) === holder, `a ${type} that does not`)
      }),
  },
  ...KIDS.map(({ test, type, kids }) => ({
    tests: [test],
    expected: `a ${type} to hold only ${kids.join(', ')}`,
    find: ({ elements }: UaDocument) =>
      ofType(elements, type).flatMap((element) => [
        ...kidsOf(element).filter((kid) => !kids.includes(kid)),
        ...unless(!element.kids.some(({ kind }) => kind !== 'element'), 'content of its own'),
      ]),
  })),
  ...PARENTS.map(({ test, type, parents }) => ({
    tests: [test],
    expected: `a ${type} to be in ${parents.join(', ')}`,
    find: ({ elements }: UaDocument) =>
      ofType(elements, type).flatMap(({ parent }) => unless(parents.includes(parent?.type ?? ''), `one in ${parent?.type}`)),
  })),
  ...['L', 'TOC'].map((type) => ({
    tests: [type === 'L' ? '7.2-40' : '7.2-28'],
    expected: `the caption of a ${type} to come first`,
    find: ({ elements }: UaDocument) =>
      ofType(elements, type).flatMap((list) => unless(!kidsOf(list).slice(1).includes('Caption'), 'one after others')),
  })),
  {
    tests: ['7.3-1', '7.7-1'],
    expected: 'figures and formulas to have a text',
    find: ({ elements }) =>
      [...ofType(elements, 'Figure'), ...ofType(elements, 'Formula')].flatMap((figure) =>
        unless(Boolean(alternative(figure)) || figure.entries.has('ActualText'), `a ${figure.type} that has none`),
      ),
  },
  {
    tests: ['7.4.2-1'],
    expected: 'headings that begin with H1 and skip no level',
    find: ({ elements }) => {
      const levels = elements.map(({ type }) => Number(/^H([1-6])$/.exec(type)?.[1] ?? 0)).filter((level) => level > 0)
      return levels.flatMap((level, index) =>
        unless(level <= (levels[index - 1] ?? 0) + 1, `H${level} after H${levels[index - 1] ?? 0}`),
      )
    },
  },
  {
    tests: ['7.4.4-1', '7.4.4-2', '7.4.4-3'],
    expected: 'headings that have levels',
    find: ({ elements }) => ofType(elements, 'H').map(() => 'an H'),
  },
  {
    tests: ['7.9-1', '7.9-2'],
    expected: 'notes to have names of their own',
    find: ({ elements }) => {
      const names = ofType(elements, 'Note').map(({ entries }) => entries.get('ID'))
      return unless(!names.includes(undefined) && new Set(names).size === names.length, 'some that have not')
    },
  },
  {
    tests: ['7.18.4-2'],
    expected: 'no element for a form to fill in',
    find: ({ elements }) => ofType(elements, 'Form').map(() => 'one'),
  },
]

export function ofType(elements: readonly Element[], type: string): Element[] {
  return elements.filter((element) => element.type === type)
}

/** The types of the elements in an element. */
export function kidsOf({ kids }: Element): string[] {
  return kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element.type] : []))
}
