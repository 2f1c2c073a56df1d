/** What elements in the TSX of a deck are made with, as `countdown-story/jsx-runtime`. */
export * from 'preact/jsx-runtime'
