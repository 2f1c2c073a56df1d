export type { Describe, Description, Fact } from '../src/description.ts'
