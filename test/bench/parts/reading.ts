import type { Part } from '../part.ts'
export const reading: Part = { name: 'reading', async *run() {} }
