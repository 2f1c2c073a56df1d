import { expect, test } from 'vitest'
import { leaves, pageAt, placeToRead } from '../../../src/client/single/page-at.ts'

test('the address chooses the page; without one the screen does', () => {
  expect(['', '#', '#/', '#/libya', '#read', '#read/libya', '#libya', '#speaker'].map((hash) => pageAt(hash, false))).toEqual([
    'deck',
    'deck',
    'deck',
    'deck',
    'read',
    'read',
    'read',
    'speaker',
  ])
  expect(['', '#', '#/libya'].map((hash) => pageAt(hash, true))).toEqual(['read', 'read', 'deck'])
})

test('a place on the page itself does not leave it', () => {
  const hashes = ['', '#/libya', '#read', '#read/libya', '#reading', '#libya']
  expect(hashes.filter((hash) => leaves('deck', hash))).toEqual(['#read', '#read/libya'])
  expect(hashes.filter((hash) => leaves('read', hash))).toEqual(['#/libya'])
  expect(hashes.filter((hash) => leaves('speaker', hash))).toEqual([])
})

test('the page to read knows its places without its own name', () => {
  expect(['#read/libya', '#read', '#libya'].map(placeToRead)).toEqual(['libya', undefined, undefined])
})
