/** A mark that cannot be drawn as its chart has it; the message says why, in words that follow the mark's name. */
export class UnfitMark extends Error {}
