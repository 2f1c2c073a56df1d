import { afterAll } from 'vitest'
import { endStories } from './compose-story.ts'

afterAll(endStories)
