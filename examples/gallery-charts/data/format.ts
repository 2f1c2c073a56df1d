import { createAmount, createFormat } from 'countdown-story'

/** The language of the story (BCP 47): of its words, its numbers and the controls around it. */
export const lang = 'en'

/** How this deck prints numbers. */
export const format = createFormat(lang)

export const { count } = format

/** `hours(21.15)` is `21.2 hours`. */
export const hours = createAmount(lang, { unit: 'hours', digits: 1 })
