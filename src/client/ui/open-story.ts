/* A shared record's page leads into the story, without an entry of its own in the history. */
const link = document.querySelector<HTMLAnchorElement>('main a')
if (link) location.replace(link.href)
