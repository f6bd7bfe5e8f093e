import type { Language } from '../../locales/language.ts'
import { isPing, isThanks } from '../intake/greet.ts'
import type { Heard } from '../message.ts'
import type { Person } from '../person.ts'
import type { Memory } from '../store.ts'
import type { World } from '../world.ts'
import { plain } from './plain.ts'

const english = new Set(
  'the is are was my your there their please help hello hi hey good morning evening afternoon want would like report street road light lights broken water garbage trash in on at of for and not no have has been this that it we i since near front'.split(
    ' ',
  ),
)
const indonesian = new Set(
  'yang di ke dari ini itu ada tidak tak gak ga saya kami jalan rusak mati lampu air sampah sudah belum tolong mohon pak bu min depan dekat dan untuk dengan mau bisa lapor halo selamat pagi siang sore malam'.split(
    ' ',
  ),
)

/** The language of first words: Indonesian unless they are English. */
function languageOf(text: string): Language {
  const words = plain(text).split(' ')
  const hits = words.filter((word) => english.has(word)).length
  return hits > words.filter((word) => indonesian.has(word)).length && hits * 3 >= words.length ? 'en' : 'id'
}

/** The person with a language: decided once by their first words that are no command; a ping or thanks decide only when they are English. */
export async function decideLanguage(
  memory: Memory,
  world: World,
  person: Person,
  { content }: Heard,
): Promise<Person> {
  const text = content.kind === 'text' ? content.text : content.kind === 'media' ? content.caption : undefined
  if (person.language || !text || text.startsWith('/') || !/\p{L}/u.test(text)) return person
  const language = languageOf(text)
  if (language === 'id' && (isPing(text, world) || isThanks(text, world))) return person
  const next = { ...person, language }
  await memory.people.keep(next)
  return next
}
