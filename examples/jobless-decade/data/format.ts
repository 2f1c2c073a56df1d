import { createAmount, createFormat } from 'countdown-story'

/** The language of the story (BCP 47): of its words, its numbers and the controls around it. */
export const lang = 'en'

/** How this deck prints numbers. */
export const format = createFormat(lang)

export const { count, times } = format

/** `rate(19.05)` is `19.1 %`. */
export const rate = createAmount(lang, { unit: '%', digits: 1 })
/** `points(12.7)` is `12.7 points`. */
export const points = createAmount(lang, { unit: 'points', digits: 1 })
