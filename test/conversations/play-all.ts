import { describe, expect, test } from 'vitest'
import type { Language } from '../../locales/language.ts'
import { plainDoor } from './doors.ts'
import { play } from './play.ts'
import { saidIn } from './said-in.ts'
import { toBeSaid, transcriptsIn } from './transcripts.ts'

/** Plays the transcripts of these folders, each a test, and checks that every sentence of the language is said in one. */
export function playAll(language: Language, ...folders: readonly string[]): void {
  const transcripts = transcriptsIn(...folders)
  const said = new Set<string>()
  const played = new Set<string>()

  test.each(transcripts)('$name: $about', async ({ name, text }) => {
    const now = await play(text, plainDoor, async (stage, seen) => {
      for (const [spoken, key] of await saidIn(stage.store(), seen)) if (spoken === language) said.add(key)
    })
    played.add(name)
    expect(now.trimEnd()).toBe(text)
  })

  describe('every sentence', () => {
    test('is said in some transcript', ({ skip }) => {
      if (played.size < transcripts.length) skip('not every transcript was played')
      expect(toBeSaid(language).filter((key) => !said.has(key))).toEqual([])
    })
  })
}
