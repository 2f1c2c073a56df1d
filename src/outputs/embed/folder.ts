/** Folder of the charts to embed, which alone may be shown in frames on other sites. */
export const FOLDER = 'embed'
