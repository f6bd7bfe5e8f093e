import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Draft } from '../../../core/intake/draft.ts'
import type { Next, Standing } from '../../../core/intake/standing.ts'
import type { Input } from '../../../core/intake/step.ts'
import { descriptionOf } from '../../../core/intake/steps/description.ts'
import { ask, back, enclose, hear, nextQuestion } from '../../../core/intake/turn.ts'
import { mediaKinds } from '../../../core/message.ts'
import { renderValue } from '../../../core/reply.ts'
import { theWorld } from '../the-world.ts'

const { city, settings } = theWorld(() => 0)
const facts = { city, limits: settings.limits, today: '2026-03-17', trial: false, called: 'Ani' }

/** One thing a person can do: words, the n-th choice shown, a pin, a file, or a step back. */
type Act =
  | { readonly does: 'says'; readonly text: string }
  | { readonly does: 'taps'; readonly at: number }
  | { readonly does: 'points'; readonly lat: number; readonly lng: number }
  | { readonly does: 'sends'; readonly kind: (typeof mediaKinds)[number] }
  | { readonly does: 'goes back' }

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    does: fc.constant('says' as const),
    text: fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        'jalan rusak di depan pasar',
        '1',
        'kirim',
        'Gabek',
        'kemarin',
        '08123456789',
        'sampah',
        'x'.repeat(3999),
      ),
    ),
  }),
  fc.record({ does: fc.constant('taps' as const), at: fc.nat(15) }),
  fc.record({
    does: fc.constant('points' as const),
    lat: fc.double({ min: -3, max: 0, noNaN: true }),
    lng: fc.double({ min: 105, max: 107, noNaN: true }),
  }),
  fc.record({ does: fc.constant('sends' as const), kind: fc.constantFrom(...mediaKinds) }),
  fc.record({ does: fc.constant('goes back' as const) }),
)

const standing = ({ draft, question }: Pick<Next, 'draft' | 'question'>): Standing => ({
  draft,
  question,
  sent: true,
  choices: ask(question, draft, facts).choices,
})

function after(state: Next, act: Act): Next {
  const now = standing(state)
  if (act.does === 'goes back') return back(now)
  if (act.does === 'sends') return enclose(now, [{ evidence: 'e', kind: act.kind }], facts)
  if (act.does === 'points') return hear(now, { kind: 'point', point: { lat: act.lat, lng: act.lng } }, facts)
  if (act.does === 'says') return hear(now, { kind: 'text', text: act.text }, facts)
  const choice = now.choices[act.at % Math.max(1, now.choices.length)]
  return choice ? hear(now, { kind: 'choice', id: choice.id }, facts) : state
}

const begin = (draft: Draft = {}): Next => ({ draft, question: nextQuestion(draft), says: [] })
const conversations = fc.array(acts, { maxLength: 25 }).map((all) => all.reduce(after, begin()))

test('wherever a conversation stands, there is a question in both languages whose choices can be told apart', () => {
  fc.assert(
    fc.property(conversations, (state) => {
      const { says, choices } = ask(state.question, state.draft, facts)
      expect(says.length).toBeGreaterThan(0)
      expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length)
      for (const language of ['id', 'en'] as const) {
        const labels = choices.map(({ label }) => renderValue(label, language))
        expect(new Set(labels).size).toBe(labels.length)
        expect(says.map((sentence) => renderValue(sentence, language)).join('')).not.toMatch(/\{\{|undefined/)
      }
    }),
  )
})

test('from wherever a conversation stands, plain answers lead to a report that can be sent', () => {
  const answers: Readonly<Record<string, Input>> = {
    description: { kind: 'text', text: 'lampu jalan mati' },
    category: { kind: 'choice', id: 'sampah' },
    place: { kind: 'choice', id: 'none' },
    evidence: { kind: 'choice', id: 'done' },
    kind: { kind: 'choice', id: 'aspirasi' },
    date: { kind: 'choice', id: 'today' },
    name: { kind: 'choice', id: 'nameless' },
    identity: { kind: 'choice', id: 'both' },
    phone: { kind: 'choice', id: 'no-calls' },
    review: { kind: 'choice', id: 'send' },
    change: { kind: 'choice', id: 'review' },
    area: { kind: 'choice', id: 'no-area' },
  }
  fc.assert(
    fc.property(conversations, (start) => {
      let state = start
      for (let step = 0; step < 9 && state.ends !== 'file'; step++) {
        const { question } = state
        const answer = answers[question.kind === 'field' ? question.field : question.kind]
        if (!answer) throw new Error(`no answer for ${question.kind}`)
        state = hear(standing(state), answer, facts)
      }
      expect(state.ends).toBe('file')
    }),
  )
})

test('no description grows beyond its limit, and what was kept is never cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 1500 }), { maxLength: 8 }), (texts) => {
      const state = texts.reduce<Next>(
        (next, text) => hear({ ...standing(next), sent: false }, { kind: 'text', text }, facts),
        begin(),
      )
      expect(descriptionOf(state.draft).length).toBeLessThanOrEqual(facts.limits.descriptionCharacters)
      for (const { text } of state.draft.description ?? []) expect(texts.map((one) => one.trim())).toContain(text)
    }),
  )
})
