import { plainDoor, type Seen } from '../../conversations/doors.ts'
import { parse } from '../../conversations/parse.ts'
import { openStage } from '../../conversations/stage.ts'

/** A desk with these people, one a line (`budi = telegram petugas DISHUB`); everything is said in the syntax of transcripts. */
export async function atDesk(...people: readonly string[]) {
  const stage = await openStage(parse(['waktu: 2026-03-17 09:00', ...people, ''].join('\n')), plainDoor)
  const tell = async (who: string, text: string): Promise<Record<string, string>> => {
    await stage.says(who, text)
    return byReader(await stage.settle())
  }
  const byReader = (seen: readonly Seen[]) => {
    const all: Record<string, string> = {}
    for (const one of seen) {
      const name = stage.nameOf(one)
      const choices = one.choices.map(({ label }) => `[${label}]`).join(' ')
      all[name] = [all[name], one.text, choices, ...one.files.map((file) => `@${file}`)].filter(Boolean).join('\n')
    }
    return all
  }
  return {
    stage,
    /** What everybody reads because somebody said something. */
    tell,
    /** What everybody reads because time passed, across a restart. */
    wait: async (amount: number, unit: 'menit' | 'hari') => {
      await stage.passes(amount, unit)
      return byReader(await stage.settle())
    },
    /** Files a report about a street lamp, which belongs to DISHUB; its number. */
    files: async (who: string, words = 'lampu jalan mati di depan rumah saya', ...before: readonly string[]) => {
      for (const text of [
        words,
        '[Lampu jalan, lalu lintas & parkir]',
        'Jl. Sudirman dekat Masjid Jamik',
        '[Lanjut tanpa foto]',
        ...before,
      ])
        await tell(who, text)
      const read = await tell(who, '[Kirim]')
      return /nomor ([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(read[who] ?? '')?.[1] ?? ''
    },
    [Symbol.asyncDispose]: () => stage.close(),
  }
}
