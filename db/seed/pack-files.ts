import { z } from 'zod'
import { classes } from '../../core/city.ts'

const timedClasses = classes.filter((name) => name !== 'none')

const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty: write the words a person will read')
    .max(longest, `is longer than ${longest} characters: shorten it`)
const both = (longest: number) => z.strictObject({ id: text(longest), en: text(longest) })
const says = (...names: string[]) =>
  z
    .array(z.string())
    .transform((lines) => lines.join('\n'))
    .refine(
      (said) => names.every((name) => said.includes(`{{${name}}}`)),
      `must name who runs the desk: write ${names.map((name) => `{{${name}}}`).join(' and ')} into it`,
    )
const privacy = says('controller', 'contact').refine(
  (said) => said.length <= 1500,
  'is longer than 1500 characters: shorten it',
)

const slug = z.string().regex(/^[a-z0-9-]{1,24}$/, 'must be 1 to 24 of a-z, 0-9 and -: write it that way')
const code = z.string().regex(/^[A-Z0-9-]{2,24}$/, 'must be 2 to 24 of A-Z, 0-9 and -: write it that way')
const heard = z
  .string()
  .regex(/^[a-z0-9]+( [a-z0-9]+)*$/, 'must be lower case words without punctuation: write it as a message is compared')
const date = z.iso.date('is not a date: write it as 2026-12-31')
const clock = z.iso.time({ precision: -1, error: 'is not a time of day: write it as 20:00' })
const degrees = (most: number) =>
  z.number().refine((value) => Math.abs(value) <= most, `is not on earth: write degrees from -${most} to ${most}`)
const some = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).min(1, 'is empty: write at least one entry')
const box = z.tuple([degrees(180), degrees(90), degrees(180), degrees(90)])
const term = z.strictObject({ days: z.int().positive('must be working days from 1: write how many'), rule: text(300) })

const category = z.strictObject({
  id: slug,
  label: both(40),
  topic: z.string(),
  agency: z.string(),
  class: z.enum(timedClasses),
})

const line = z.strictObject({
  id: slug,
  label: both(40),
  question: z.exactOptional(both(80)),
  choices: z.array(category).min(1, 'is empty: give the line a choice').max(8, 'has more than 8 choices: merge some'),
})

const agency = z.strictObject({
  id: code,
  name: text(80),
  aliases: z.array(text(60)),
  handles: both(80),
  outside: z.boolean(),
})

const area = z.strictObject({
  code: z.string().regex(/^\d\d\.\d\d\.\d\d\.\d{4}$/, 'must be a kelurahan code: write it as 19.71.01.1004'),
  name: text(40),
  aliases: z.array(text(40)),
  district: text(40),
  centroid: z.strictObject({ lat: degrees(90), lng: degrees(180) }),
  box,
})

/** The files of a city pack and what each must hold; a name or field that is not here is refused. */
export const packFiles = z.strictObject({
  'city.json': z.strictObject({
    name: text(60),
    confirmed: z.boolean(),
    box,
    quiet: z.strictObject({ from: clock, until: clock }),
  }),
  'agencies.json': some(agency),
  'menu.json': some(line),
  'topics.json': some(z.strictObject({ id: slug, name: both(160), secret: z.boolean() })),
  'areas.json': some(area),
  'holidays.json': z.strictObject({
    officialUntil: date,
    days: some(z.strictObject({ date, name: text(80) })),
  }),
  'emergency.json': z.strictObject({
    numbers: some(
      z.strictObject({
        number: z.string().regex(/^\d{3,13}$/, 'must be 3 to 13 digits: write the number as it is dialled'),
        label: both(40),
      }),
    ),
    words: some(heard),
    alone: some(heard),
  }),
  'words.json': z.strictObject({ pings: some(heard), thanks: some(heard) }),
  'refusals.json': some(z.strictObject({ id: slug, label: both(40), repair: both(300) })),
  'terms.json': z.strictObject({
    verify: term,
    follow: term,
    silence: term,
    pause: term,
    classes: z.strictObject({ info_5: term, biasa_14: term, pengawasan_60: term }),
  }),
  'texts.json': z.strictObject({
    greeting: z.strictObject({ id: says('controller'), en: says('controller') }),
    privacy: z.strictObject({ id: privacy, en: privacy }),
  }),
})

/** A city pack as read, one entry a file. */
export type PackFiles = z.infer<typeof packFiles>
