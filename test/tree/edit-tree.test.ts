import { expect, test } from 'vitest'
import { editTree } from '../../src/tree/edit-tree.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { writeTree } from '../../src/tree/write-tree.ts'

const tree = readTree('<p>a <b>b</b></p><ul><li>c</li></ul>')

test('elements become others, several or none, and those above see what became of them', () => {
  const edited = editTree(tree, (element) => {
    if (element.tagName === 'b') return element.children
    if (element.tagName === 'li') return []
    return element.children.length === 0 ? { ...element, tagName: 'hr' } : undefined
  })
  expect(writeTree(edited)).toBe('<p>a b</p><hr>')
  expect(writeTree(tree)).toBe('<p>a <b>b</b></p><ul><li>c</li></ul>')
})

test('what nothing changes is the same object', () => {
  expect(editTree(tree, () => undefined)).toBe(tree)
  const edited = editTree(tree, ({ tagName }) => (tagName === 'li' ? [] : undefined))
  expect(edited.children[0]).toBe(tree.children[0])
})
