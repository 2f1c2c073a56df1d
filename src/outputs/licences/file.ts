/** Name of the file with the notices, which pages link to. */
export const LICENCES = 'licences.txt'
