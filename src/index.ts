/** What a deck may use of the machine, as `countdown-story`. */
export type { Column, Columns } from './column.ts'
export type { Act, Deck, LayoutProps, RankedRecord, Scene, SceneStep, TemplateParts } from './deck.ts'
export { defineDeck } from './deck.ts'
export type { Describe, Description, Fact } from './description.ts'
export { createFormat, type Format } from './format.ts'
export type { Handout, Part, Sheet } from './handout.ts'
export type { Frame } from './motion/mark.ts'
