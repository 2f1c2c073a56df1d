import type { Part } from '../part.ts'
export const scaling: Part = { name: 'scaling', async *run() {} }
