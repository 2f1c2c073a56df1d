import type { ComponentChildren } from 'preact'

interface GuessProps {
  /** What readers may guess, up to nine answers. */
  options: readonly (string | number)[]
  /** The question, said above them. */
  children: ComponentChildren
}

/**
 * The reader's guess, on the reading page alone: in a room the presenter asks. It is kept by the boxes themselves until the page is
 * left, sent nowhere, and asked once a story; `<Guessed>` answers it further down, by the style sheet.
 */
export function Guess({ options, children }: GuessProps) {
  return (
    <fieldset class="guess" data-only="read">
      <legend>{children}</legend>
      {options.map((option, place) => (
        <label key={option}>
          <input type="radio" name="guess" value={place + 1} autocomplete="off" /> {option}
        </label>
      ))}
    </fieldset>
  )
}

interface GuessedProps<Option extends string | number> {
  options: readonly Option[]
  /** Begins the answer where one of them was chosen. */
  said: (option: Option) => ComponentChildren
  /** The answer, for whoever has guessed and whoever has not. */
  children: ComponentChildren
}

/** Answers the guess with what it was, and with the truth. */
export function Guessed<Option extends string | number>({ options, said, children }: GuessedProps<Option>) {
  return (
    <p class="guess-answer" data-only="read">
      {options.map((option, place) => (
        <span key={option} data-guess={place + 1}>
          {said(option)}{' '}
        </span>
      ))}
      {children}
    </p>
  )
}
