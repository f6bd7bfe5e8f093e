import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addWorkingDays } from '../../../core/calendar.ts'
import { emergency } from '../../../core/intake/greet.ts'
import { loadCity, packs } from '../../../db/seed/load-city.ts'
import type { Both } from '../../../locales/language.ts'

const city = loadCity(join(packs, 'pangkalpinang'))
const choices = city.menu.flatMap((line) => line.choices)
const owner = (id: string) => choices.find((choice) => choice.id === id)
const official = city.holidays.days.filter((day) => day.date <= city.holidays.officialUntil)

/** Every string in a value, however deep. */
const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

describe('the city of Pangkalpinang', () => {
  test('is a trial until the city has confirmed its pack', () => {
    expect(city).toMatchObject({ id: 'pangkalpinang', name: 'Kota Pangkalpinang', confirmed: false })
    expect(city).toMatchObject({ quiet: { from: '20:00', until: '07:00' } })
  })

  test('offers twelve lines, and every line leads to one topic and one agency', () => {
    expect(city.menu).toHaveLength(12)
    for (const choice of choices) {
      expect(
        city.topics.filter((topic) => topic.id === choice.topic),
        choice.id,
      ).toHaveLength(1)
      expect(
        city.agencies.filter((agency) => agency.id === choice.agency),
        choice.id,
      ).toHaveLength(1)
    }
  })

  test('asks one more question exactly where a line has several owners, and lets people not know', () => {
    for (const line of city.menu) {
      expect(line.choices.length, line.id).toBeLessThanOrEqual(8)
      expect(line.question !== undefined, line.id).toBe(line.choices.length > 1)
      if (line.choices.length > 1) {
        expect(line.choices.at(-1)!.label.id, line.id).toMatch(/tidak tahu$/)
        expect(line.choices.at(-1)!.label.en, line.id).toMatch(/not sure$/)
      }
    }
    expect(city.menu.filter((line) => line.question === undefined).map((line) => line.id)).toEqual([
      'lampu',
      'kependudukan',
    ])
  })

  test.each([
    ['lampu-lalu-lintas', 'perhubungan', 'DISHUB'],
    ['jalan-gang', 'pupr', 'PERKIM'],
    ['jalan-provinsi', 'pupr', 'PROV-PUPR'],
    ['jalan-nasional', 'pupr', 'BPJN'],
    ['banjir', 'lingkungan', 'BPBD'],
    ['air-pdam', 'energi-sda', 'TIRTAPINANG'],
    ['listrik', 'energi-sda', 'PLN'],
    ['rsud', 'kesehatan', 'RSUD'],
    ['sma-smk-slb', 'pendidikan', 'PROV-DIK'],
    ['kekerasan-keluarga', 'gender-inklusi', 'DP3AKB'],
    ['pemadam', 'trantibum', 'DAMKAR'],
    ['pungli', 'politik-hukum', 'INSPEKTORAT'],
    ['kerja-upah', 'ketenagakerjaan', 'DISNAKER'],
    ['tanah', 'pupr', 'BPN'],
  ])('whoever chooses %s reports on %s to %s', (id, topic, agency) => {
    expect(owner(id)).toMatchObject({ topic, agency })
  })

  test('gives sixty days to what must be examined and fourteen to the rest', () => {
    expect(owner('korupsi')!.class).toBe('pengawasan_60')
    expect(owner('jalan-kota')!.class).toBe('biasa_14')
    const { verify, follow, silence, pause, classes } = city.terms
    expect([verify, follow, silence, pause].map((term) => term.days)).toEqual([3, 5, 10, 10])
    expect([classes.info_5.days, classes.biasa_14.days, classes.pengawasan_60.days]).toEqual([5, 14, 60])
  })

  test('knows all 38 topics, and which are confidential', () => {
    expect(city.topics).toHaveLength(38)
    expect(city.topics.filter((topic) => topic.secret).map((topic) => topic.id)).toEqual([
      'gender-inklusi',
      'politik-hukum',
      'politisasi-asn',
      'kekerasan-sekolah',
      'netralitas-asn',
      'p4gn',
    ])
  })

  test('knows its 29 offices and 12 outside ones', () => {
    expect(city.agencies.filter((agency) => !agency.outside)).toHaveLength(29)
    expect(city.agencies.filter((agency) => agency.outside)).toHaveLength(12)
  })

  test('knows 42 kelurahan in 7 kecamatan by the spellings people use', () => {
    expect(city.areas).toHaveLength(42)
    expect(new Set(city.areas.map((area) => area.district)).size).toBe(7)
    const called = (spelling: string) =>
      city.areas.filter((area) => [area.name, ...area.aliases].includes(spelling)).map((area) => area.name)
    expect(called('Bukit Merapin')).toEqual(['Bukit Merapen'])
    expect(called('Tua Tunu')).toEqual(['Tua Tunu Indah'])
    expect(called('Semabung')).toEqual(['Semabung Lama', 'Semabung Baru'])
  })

  test('rests on 25 official days in 2026 and marks where the official list ends', () => {
    expect(official).toHaveLength(25)
    expect(city.holidays.officialUntil).toBe('2026-12-31')
    expect(city.holidays.days.length).toBeGreaterThan(official.length)
  })

  test('answers on 27 March 2026 what it promised on 17 March within three working days', () => {
    expect(addWorkingDays('2026-03-17', city.terms.verify.days, city.holidays)).toBe('2026-03-27')
  })
})

describe('what a person reads', () => {
  const labels: Both[] = [
    ...city.menu.map((line) => line.label),
    ...[...choices, ...city.refusals, ...city.emergency.numbers].map((entry) => entry.label),
  ]

  test('no label is longer than forty characters in either language', () => {
    expect(labels.flatMap(strings).filter((label) => label.length > 40)).toEqual([])
  })

  test('no two choices of a line read the same', () => {
    for (const line of city.menu)
      for (const language of ['id', 'en'] as const)
        expect(new Set(line.choices.map((choice) => choice.label[language])).size).toBe(line.choices.length)
  })

  test('no note of the people who collected the facts reaches anyone', () => {
    const notes = /unverified|\(memory|from memory|old name|legacy|estimate|\btodo\b|\(\d{3}\)/i
    expect(strings(city).filter((text) => notes.test(text))).toEqual([])
  })

  test('the greeting and the privacy notice say who runs the desk, and the notice fits one message', () => {
    for (const language of ['id', 'en'] as const) {
      expect(city.greeting[language]).toContain('{{controller}}')
      expect(city.greeting[language]).toContain('SP4N-LAPOR!')
      expect(city.privacy[language]).toMatch(/\{\{controller\}\}[\s\S]*\{\{contact\}\}/)
      expect(city.privacy[language]).toContain('27/2022')
      expect(city.privacy[language].length).toBeLessThanOrEqual(1500)
    }
    expect(city.privacy.id).toContain('Pelindungan Data Pribadi')
  })

  test('nothing but the two names is left to fill in', () => {
    const open = strings(city).flatMap((text) => text.match(/\{\{\w+\}\}/g) ?? [])
    expect(new Set(open)).toEqual(new Set(['{{controller}}', '{{contact}}']))
  })

  test.each([
    ['Kebakaran rumah di gang, tolong cepat!'],
    ['tolong min ada yang tenggelam di kolong'],
    ['Suami memukul saya'],
    ['barusan kecelakaan parah dpn pasar'],
    ['bau, gas bocor di dapur'],
    ['saya mau bunuh diri'],
    ['ibu saya pingsan'],
    ['Help, the house is on fire'],
    ['a child is drowning'],
    ['KEBAKARAN!!'],
    ['Darurat'],
  ])('"%s" brings the emergency numbers', (message) => {
    expect(emergency(message, { city })).toBeDefined()
  })

  test.each([
    ['bekas kebakaran di pasar belum dibersihkan'],
    ['mobil pemadam kebakaran lambat datang minggu lalu'],
    ['lampu jalan mati gelap gulita rawan begal'],
    ['lubang ini sudah sering bikin kecelakaan'],
    ['asap bakar sampah bikin sesak napas'],
    ['warga tidak sadar buang sampah ke got'],
    ['rumah kami tenggelam kalau hujan, got mampet'],
    ['takut dibegal karena jalan gelap'],
    ['the street light is out, the road feels unsafe'],
  ])('"%s" is an ordinary complaint', (message) => {
    expect(emergency(message, { city })).toBeUndefined()
  })

  test.each([['p'], ['min'], ['halo'], ['assalamualaikum'], ['mau lapor'], ['min mau lapor'], ['tes'], ['hello']])(
    '"%s" is a greeting and no description',
    (ping) => expect(city.pings).toContain(ping),
  )
})

describe('a pack that does not fit', () => {
  let folder = ''
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'pack-')), 'kota')
    cpSync(join(packs, 'pangkalpinang'), folder, { recursive: true })
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(folder, file), text.replace(from, to))
  }

  test('takes its id from the folder', () => expect(loadCity(folder).id).toBe('kota'))

  test.each([
    [
      'a category of an unknown agency',
      'menu.json',
      '"agency": "BPJN"',
      '"agency": "BPJM"',
      /menu\.json, 0\.choices\.3\.agency: "BPJM" is not in agencies\.json: add it there/,
    ],
    [
      'a category of an unknown topic',
      'menu.json',
      '"topic": "mbg"',
      '"topic": "mbq"',
      /menu\.json, 6\.choices\.5\.topic: "mbq" is not in topics\.json/,
    ],
    [
      'two categories of one id',
      'menu.json',
      '"id": "jalan-gang"',
      '"id": "jalan-kota"',
      /menu\.json, id: "jalan-kota" stands twice: keep one/,
    ],
    [
      'an agency whose alias belongs to another',
      'agencies.json',
      '"Kominfo"',
      '"dishub"',
      /agencies\.json, id or aliases: "dishub" stands twice/,
    ],
    [
      'several choices without their question',
      'menu.json',
      '"question": { "id": "Air, listrik, atau gas?", "en": "Water, power or gas?" },',
      '',
      /menu\.json, 3\.question: several choices need a question/,
    ],
    [
      'a label too long for a button',
      'menu.json',
      '"Jembatan"',
      `"${'Jembatan '.repeat(6)}"`,
      /menu\.json, 0\.choices\.4\.label\.id: is longer than 40 characters: shorten it/,
    ],
    [
      'a field it does not know',
      'city.json',
      '"quiet"',
      '"quite": "20:00", "quiet"',
      /city\.json: Unrecognized key: "quite"; correct its spelling/,
    ],
    [
      'a box turned inside out',
      'city.json',
      '[106.03922, -2.16073, 106.18223, -2.05734]',
      '[106.18223, -2.16073, 106.03922, -2.05734]',
      /city\.json, box: has no inside: write the west, south, east/,
    ],
    [
      'a kelurahan outside the city',
      'areas.json',
      '106.18223',
      '107.18223',
      /areas\.json, 5\.box: leaves the city: correct it/,
    ],
    [
      'a day that no calendar has',
      'holidays.json',
      '2026-04-05',
      '2026-04-31',
      /holidays\.json, days\.12\.date: is not a date: write it as/,
    ],
    [
      'a holiday listed twice',
      'holidays.json',
      '2026-04-05',
      '2026-04-03',
      /holidays\.json, days\.12\.date: "2026-04-03" is not after/,
    ],
    [
      'an official list without its year',
      'holidays.json',
      '2026-12-31',
      '2028-12-31',
      /holidays\.json, officialUntil: no day of 2028 is listed/,
    ],
    [
      'an emergency word nobody could match',
      'emergency.json',
      '"gas bocor"',
      '"Gas bocor!"',
      /emergency\.json, words\.\d+: must be lower case words/,
    ],
    ['a file that is not JSON', 'terms.json', '"verify"', 'verify', /terms\.json: is not JSON, mend it there/],
  ])('%s is refused with the file and the remedy', (_, file, from, to, refusal) => {
    change(file, from, to)
    expect(() => loadCity(folder)).toThrow(refusal)
  })

  test('a greeting that hides who runs the desk is refused with the file and the remedy', () => {
    change('texts.json', '{{controller}}', 'kami')
    expect(() => loadCity(folder)).toThrow(
      /texts\.json, greeting\.id: must name who runs the desk: write \{\{controller/,
    )
  })

  test('a missing file is named', () => {
    rmSync(join(folder, 'words.json'))
    expect(() => loadCity(folder)).toThrow(/words\.json: cannot be read: a city pack needs this file/)
  })

  test('everything wrong is said at once', () => {
    change('menu.json', '"agency": "BPJN"', '"agency": "BPJM"')
    change('holidays.json', '2026-04-05', '2026-04-03')
    expect(() => loadCity(folder)).toThrow(/menu\.json[\s\S]*holidays\.json/)
  })
})
