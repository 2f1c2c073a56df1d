import { createAmount, createFormat } from 'countdown-story'

/** The language of the story (BCP 47): of its words, its numbers and the controls around it. */
export const lang = 'en'

/** How this deck prints numbers. */
export const format = createFormat(lang)

/** `count(144)` is `144`. */
export const { count } = format

/** `difference(0.61)` is `+0.61 °C`. */
export const difference = createAmount(lang, { unit: '°C', digits: 2, signed: true })
/** `degrees(0.61)` is `0.61 °C`. */
export const degrees = createAmount(lang, { unit: '°C', digits: 2 })
