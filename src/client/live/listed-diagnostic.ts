/** What is wrong, as the pages show it. */
export interface ListedDiagnostic {
  /** `file:line:column`, as far as it is known. */
  place: string
  message: string
  /** The line itself. */
  source?: string
  /** 0-based position in the line. */
  at?: number
}
