/** Whether an address is that of a file elsewhere. */
export function isRemote(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address)
}
