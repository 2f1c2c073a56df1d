interface VideoProps {
  /** From the slide's folder: `harbour.mp4` or `.webm`. */
  src: string
  /** The picture that stands for it until it plays, and where nothing plays. */
  poster: string
  /** What it shows, for those who cannot see it. */
  alt: string
  /** What is said in it, as WebVTT. */
  captions?: string
  /** Nothing is said in it. */
  silent?: boolean
  /** Plays, without a sound, when its slide is shown; `once`, or again and again. */
  autoplay?: 'once' | 'loop'
}

/** A video of the deck's folder. Documents have its poster. */
export function Video({ src, poster, alt, captions, silent, autoplay }: VideoProps) {
  const plays = autoplay ? { muted: true, 'data-autoplay': '', loop: autoplay === 'loop' } : {}
  return (
    <video
      class="media"
      src={src}
      poster={poster}
      aria-label={alt}
      data-captions={captions}
      data-silent={silent || undefined}
      controls
      preload="none"
      playsinline
      {...plays}
    />
  )
}

interface AudioProps {
  /** From the slide's folder: `.mp3`, `.m4a`, `.ogg` or `.wav`. */
  src: string
  /** What is heard, for those who cannot hear it, and where nothing plays. */
  alt: string
}

/** A sound of the deck's folder, above what is heard in it, which is all that documents have. */
export function Audio({ src, alt }: AudioProps) {
  return (
    <figure class="sound">
      {/* biome-ignore lint/a11y/useMediaCaption: browsers show none for sounds; what is heard stands below. */}
      <audio class="media" src={src} aria-label={alt} controls preload="none" />
      <figcaption>{alt}</figcaption>
    </figure>
  )
}

interface OutsideProps {
  /** An address with https, whose origin `deck.ts` names in `frames`. */
  src: string
  /** A picture of what is there, for all that is no deck on a screen. */
  still: string
  /** What is there. */
  alt: string
}

/** Another site: a frame of it in the deck, and elsewhere a picture that leads there. */
export function Outside({ src, still, alt }: OutsideProps) {
  return (
    <p class="outside">
      <a href={src} data-frame={src}>
        <img src={still} alt={alt} />
      </a>
    </p>
  )
}
