import { type Sentence, say } from '../reply.ts'
import type { Answer, Turn } from '../turn.ts'
import { fill } from '../words/fill.ts'
import { holds, holdsAny, plain } from '../words/plain.ts'
import type { World } from '../world.ts'

/** A greeting or ping: answered as one, never taken for a description. */
export const isPing = (text: string, { city }: Pick<World, 'city'>): boolean =>
  plain(text) === '' || city.pings.includes(plain(text))

/** Words that only thank: no report and no answer. */
export const isThanks = (text: string, { city }: Pick<World, 'city'>): boolean => city.thanks.includes(plain(text))

/** Who runs the service, one line on personal data, and the other language: a letter of its own, never replaced. */
export function greeting({ world, heard }: Turn): Answer {
  const { city, settings } = world
  const text = heard.content.kind === 'text' ? heard.content.text : ''
  const says: Sentence[] = [
    ...(holds(text, 'assalamualaikum') || /^as+ala/.test(plain(text)) ? [say('greet.salam')] : []),
    say('greet.hello', {
      greeting: fill(city.greeting, { controller: settings.controller ?? controllerOf(city.name) }),
    }),
    ...(settings.trial ? [say('desk.trial')] : []),
    say('greet.privacy'),
    say('greet.language'),
  ]
  return { letter: { says, as: 'resident' } }
}

/** Who runs the service while nobody is named yet. */
export const controllerOf = (city: string) => ({ id: `Pemerintah ${city}`, en: `the government of ${city}` })

/** The emergency numbers, when the words speak of an emergency. */
export function emergency(text: string, { city }: Pick<World, 'city'>): Answer | undefined {
  const { words, alone } = city.emergency
  if (!alone.includes(plain(text)) && !holdsAny(text, words)) return undefined
  const numbers = city.emergency.numbers.map(({ number, label }) => say('emergency.number', { number, label }))
  return { letter: { says: [say('emergency.call', { numbers }), say('emergency.then-file')], as: 'resident' } }
}
