import { expect, test } from 'vitest'
import { reasonForNoSandbox } from '../../src/browser/sandbox.ts'

test.skipIf(process.platform !== 'linux').for([
  { uid: 1000, marks: [], reason: undefined },
  { uid: 0, marks: [], reason: 'this is root' },
  { uid: 1000, marks: ['/.dockerenv'], reason: 'this is a container' },
  { uid: 1000, marks: ['/run/.containerenv'], reason: 'this is a container' },
])('user $uid with $marks: $reason', ({ uid, marks, reason }) => {
  expect(reasonForNoSandbox(uid, (path) => (marks as string[]).includes(path))).toBe(reason)
})
