import { expect, test } from 'vitest'
import { sharedMemoryArguments } from '../../src/browser/shared-memory.ts'

test('memory is shared where there is room for it, else files are', () => {
  expect(sharedMemoryArguments(1 << 30)).toEqual([])
  // A container of Docker's.
  expect(sharedMemoryArguments(1 << 26)).toEqual(['--disable-dev-shm-usage'])
})
