import { expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { openTalk } from './talk.ts'

const codeIn = (text: string) => /\/hubungkan (\S+)/.exec(text)?.[1] ?? ''

test('a code joins the address that redeems it, once, and the reports are seen from both', async () => {
  await using talk = await openTalk()
  const web = talk.talker('web', 'w')
  const phone = talk.talker('telegram', '1')
  const number = await web.report('Lampu mati')
  const other = await phone.report('Jalan rusak')
  await web.says('/hubungkan')
  const code = codeIn(web.last().text)
  expect(web.last().choices[0]?.url).toBe(`https://t.me/desk?start=${code.replaceAll('-', '')}`)
  await phone.says(`/start ${code.replaceAll('-', '')}`)
  expect(phone.last().text).toContain('semua laporan Anda dapat dibaca')
  await phone.taps('Ya, itu akun saya')
  expect(phone.last().text).toContain('sudah terhubung')
  expect(web.last().text).toContain('baru saja dihubungkan')
  await phone.says(`/lacak ${number}`)
  expect(phone.last().text).toContain('Lampu mati')
  await web.says(`/lacak ${other}`)
  expect(web.last().text).toContain('Jalan rusak')
  const third = talk.talker('telegram', '3')
  await third.says(`/hubungkan ${code}`)
  expect(third.last().text).toContain('tidak berlaku')
})

test('a code is worth nothing after an hour', async () => {
  await using talk = await openTalk()
  const web = talk.talker('web', 'w')
  const phone = talk.talker('telegram', '1')
  await web.says('/hubungkan')
  const code = codeIn(web.last().text)
  await talk.passes(3_600_001)
  await phone.says(`/hubungkan ${code}`)
  expect(phone.last().text).toContain('tidak berlaku')
})

test('wrong codes are counted across restarts', async () => {
  await using talk = await openTalk()
  const phone = talk.talker('telegram', '1')
  for (let tries = 0; tries < 5; tries++) await phone.says('/hubungkan ABCD-2345-EFGH-6789')
  expect(phone.last().text).toContain('tidak berlaku')
  await phone.says('/hubungkan ABCD-2345-EFGH-6789')
  expect(phone.last().text).toContain('Terlalu banyak')
})

test('a duty does not travel: its holder redeems nothing, and issues nothing where the duty cannot be exercised', async () => {
  await using talk = await openTalk({ public: true, trial: false })
  const web = talk.talker('web', 'w')
  const officer = talk.talker('telegram', '1')
  await web.says('/hubungkan')
  const code = codeIn(web.last().text)
  await talk.store().together(async (memory) => {
    const { person } = await officer.contact(memory)
    const at = talk.world.now()
    await memory.people.keepDuty({
      id: newId(talk.world),
      person: person.id,
      role: 'officer',
      agency: 'SETDA',
      since: at,
      seenAt: at,
      confirmedAt: at,
    })
  })
  await officer.says(`/hubungkan ${code}`)
  expect(officer.last().text).toContain('Demi keamanan')
  await officer.says('/hubungkan')
  await web.says(`/hubungkan ${codeIn(officer.last().text)}`)
  await web.taps('Ya, itu akun saya')
  expect(web.last().text).toContain('sudah terhubung')
  await web.says('/hubungkan')
  expect(web.last().text).toContain('Demi keamanan')
})

test('an address is released again: its reports stay with the others', async () => {
  await using talk = await openTalk()
  const web = talk.talker('web', 'w')
  const phone = talk.talker('telegram', '1')
  const number = await web.report('Lampu mati')
  await web.says('/lepas')
  expect(web.last().text).toContain('Tidak ada akun lain')
  await web.says('/hubungkan')
  await phone.says(`/hubungkan ${codeIn(web.last().text)}`)
  await web.says('/lepas')
  const label =
    web
      .last()
      .choices.map(({ label }) => label)
      .find((one) => one.startsWith('Akun Telegram')) ?? ''
  await web.taps(label)
  expect(web.last().text).toContain('sudah dilepas')
  await phone.says(`/lacak ${number}`)
  expect(phone.last().text).toContain('Tidak ada laporan Anda')
  await web.says(`/lacak ${number}`)
  expect(web.last().text).toContain('Riwayat')
})

test('a key is made for the web chat only, and the one before ends', async () => {
  await using talk = await openTalk()
  const web = talk.talker('web', 'w')
  const phone = talk.talker('telegram', '1')
  await phone.says('/kunci')
  expect(phone.last().text).toContain('hanya untuk obrolan web')
  const keyIn = (text: string) => (/[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/.exec(text)?.[0] ?? '').replaceAll('-', '')
  await web.says('/kunci')
  const first = keyIn(web.last().text)
  await web.says('/kunci')
  const second = keyIn(web.last().text)
  await talk.store().together(async (memory) => {
    expect(await memory.codes.find(first)).toBeUndefined()
    expect(await memory.codes.find(second)).toMatchObject({ kind: 'key', contact: web.last().contact })
  })
})
