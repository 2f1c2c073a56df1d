import type { Counted, KeyHelp } from './messages.ts'

/** Everything that the machine itself says to an audience, in English; other languages say the same. The story's own words are the deck's. */
export const en = {
  /** A record's rank before its name; `{}` is the number. */
  rank: '#{}',
  /** A record's place among all; `{rank}` and `{count}` are the numbers. */
  rankOf: '#{rank} of {count}',
  close: 'Close',
  /** Names the notices of code and fonts. */
  licences: 'Licences of code and fonts',
  motion: 'Motion',
  dark: 'Dark',
  /** Opens the dialog that finds a part of the story. */
  goTo: 'Go to',
  jump: {
    /** What is asked for. */
    query: 'Go to rank or name',
    /** The dialogs of the deck and of the reading page, and their lists of what was found. */
    slide: 'Go to a slide',
    slides: 'Slides found',
    part: 'Go to a part of the story',
    parts: 'Parts found',
    /** How many were found. */
    found: { zero: 'Nothing matches.', one: 'One match.', other: '{} matches.' } as Counted,
  },
  /** What did not work, and what is offered instead. */
  notice: {
    /** There is nothing of a name, which takes the place of `{}`; that of `{link}` is taken by the nearest. */
    lost: 'Nothing here is called “{}”. The nearest is {link}.',
    /** The browser has let no window open; `{link}` opens it. */
    blocked: 'The browser did not let the speaker view open. {link}',
    /** What the link says. */
    open: 'Open it',
  },
  keys: {
    title: 'Keys',
    key: 'Key',
    effect: 'What it does',
    deck: [
      ['Space, →, ↓, Page Down, N', 'Next slide'],
      ['Shift Space, ←, ↑, Page Up, P', 'Previous slide'],
      ['Home, End', 'First, last slide'],
      ['B or .', 'Black screen'],
      ['F', 'Full screen'],
      ['G or /', 'Go to a slide by rank or name'],
      ['1 … 9', 'Go to a rank'],
      ['O or Escape', 'Overview of all slides'],
      ['R', 'The same place on the reading page'],
      ['S', 'Speaker view: notes, next slide, timer'],
      ['Q', 'QR code of this place on the reading page'],
      ['L, Shift L', 'Held down: a dot or a spot where the mouse is'],
      ['M', 'Motion on or off'],
      ['T', 'Light or dark'],
      ['?', 'This help'],
    ] as readonly KeyHelp[],
    read: [
      ['→ or N', 'Next step'],
      ['← or P', 'Previous step'],
      ['Space, ↓, Page Down', 'Next step, or further down a long one'],
      ['Shift Space, ↑, Page Up', 'Previous step, or further up a long one'],
      ['Home', 'Start of the page'],
      ['End', 'End of the page'],
      ['G or /', 'Go to a part by rank or name'],
      ['1 … 9', 'Go to a rank'],
      ['R', 'The same step as a slide'],
      ['M', 'Motion on or off'],
      ['T', 'Light or dark'],
      ['C', 'Copy the chart as a picture'],
      ['?', 'This help'],
    ] as readonly KeyHelp[],
  },
  deck: {
    acts: 'Acts',
    controls: 'Deck',
    previous: 'Previous slide',
    next: 'Next slide',
    overview: 'Overview',
    read: 'Read',
    help: 'Help',
    /** Offered on small screens. */
    offer: 'Read it as a page made for small screens',
  },
  read: {
    story: 'Story',
    skip: 'Skip to the story',
    menu: 'Menu',
    slides: 'Slides',
    sameAsSlides: 'The same story as slides',
    /** On the page of one record. */
    fromHere: 'Read the story from here',
    /** Leads from a footnote to where it belongs. */
    backToText: 'Back to the text',
    copyChart: 'Copy chart',
    chartCopied: 'Copied',
  },
  interactive: {
    /** How a chart is used by keys. */
    keys: 'Arrow keys go from mark to mark, Enter picks one, Escape leaves them.',
  },
  /** The QR code of the reading page. */
  qr: {
    title: 'Read along',
    /** Where nobody else could open it. */
    none: 'This story has no address that others can open; say with --base-url where it will be published.',
  },
  speaker: {
    title: 'Speaker view',
    notConnected: 'Not connected: open this view from the deck with S.',
    /** The deck was closed, left or loaded anew. */
    gone: 'The deck is gone. It is found again as soon as it is back.',
    clock: 'Clock',
    elapsed: 'Elapsed',
    pause: 'Pause',
    reset: 'Reset',
    /** To note how long everything takes. */
    rehearse: 'Rehearse',
    rehearsed: 'What was needed',
    needed: 'The acts of slides/deck.ts, with the minutes that each of them took:',
    now: 'Now',
    next: 'Next',
    notes: 'Notes',
    slides: 'Slides',
    previous: 'Previous',
    black: 'Black',
    previousAct: 'Previous act',
    nextAct: 'Next act',
    /** How many minutes the talk may take. */
    target: 'Minutes',
    /** When the current act should be over; `{act}` and `{time}` are filled in. */
    until: '{act} until {time}',
    /** By how much the talk is early or late. */
    ahead: '{} ahead',
    behind: '{} behind',
    end: 'End of the story',
  },
  /** On the page for addresses that lead nowhere. */
  notFound: { title: 'There is nothing at this address', slides: 'The same story as slides' },
  /** On the list of charts to embed. */
  embed: {
    title: 'Charts to embed',
    how: 'Copy the lines of a chart and paste them into the HTML of your page. The frame is as high as its chart, and light or dark as your page is.',
    copy: 'Copy',
    copied: 'Copied',
  },
  paper: {
    /** At the foot of each page; `{page}` and `{pages}` are the numbers. */
    page: 'page {page} of {pages}',
    /** Head of the names, where a deck has named no columns. */
    name: 'Name',
  },
}
