import type { Door, Seen } from './doors.ts'
import { parse } from './parse.ts'
import { openStage, type Stage } from './stage.ts'

/** Plays a transcript and writes down what the bot really said. `watch` sees the stage before it is closed. */
export async function play(
  text: string,
  telegram: Door,
  watch: (stage: Stage, seen: readonly Seen[]) => Promise<void> = async () => {},
): Promise<string> {
  const transcript = parse(text)
  const stage = await openStage(transcript, telegram)
  const rows = text.split('\n')
  const out: string[] = []
  const numbers: string[] = []
  const codes: string[] = []
  const everything: Seen[] = []
  const learn = (seen: Seen) => {
    for (const number of seen.text.match(/\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b(?!-)/g) ?? [])
      if (/\d/.test(number) && !numbers.includes(number) && !codes.some((code) => code.includes(number)))
        numbers.push(number)
    for (const code of seen.text.match(/\b[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){3}\b/g) ?? [])
      if (!codes.includes(code)) codes.push(code)
  }
  const filled = (said: string) =>
    said
      .replace(/\$(\d)/g, (sign, at: string) => numbers[Number(at) - 1] ?? sign)
      .replace(/\$kode(\d)/g, (sign, at: string) => codes[Number(at) - 1] ?? sign)
  const answer = async () => {
    const seen = await stage.settle()
    for (const one of seen)
      for (const code of one.text.match(/[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){3}/g) ?? [])
        if (!codes.includes(code)) codes.push(code)
    seen.forEach(learn)
    everything.push(...seen)
    out.push(...seen.flatMap((one) => told(one, stage.nameOf(one))))
  }
  try {
    for (const line of transcript.lines) {
      if (line.kind === 'bot') continue
      if (line.kind === 'says' && !line.burst) await answer()
      if (line.kind === 'time') await answer()
      if (line.kind === 'says') {
        const said = filled(line.text)
        out.push(`${line.who}>${line.burst ? '>' : ''} ${said}`)
        await stage.says(line.who, said)
      } else if (line.kind === 'time') {
        out.push(rows[line.at] ?? '')
        await stage.passes(line.amount, line.unit)
      } else {
        await answer()
        out.push(line.text)
      }
    }
    await answer()
    await watch(stage, everything)
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n\nSo far:\n${out.join('\n')}`, { cause })
  } finally {
    await stage.close()
  }
  return [...rows.slice(0, headLength(rows)), ...out].join('\n')
}

const headLength = (rows: readonly string[]) => rows.findIndex((row) => !/^(waktu|bahasa|atur): |^\w+ = /.test(row))

function told(seen: Seen, name: string): string[] {
  const [first = '', ...others] = seen.text.split('\n')
  const choices = seen.choices.map(({ label, url }) => (url ? `[${label}](${url})` : `[${label}]`)).join(' ')
  return [
    `bot>${name}${seen.silent ? ' (tanpa suara)' : ''}: ${first}`,
    ...others.map((row) => (row === '' ? '' : `  ${row}`)),
    ...(choices ? [`  ${choices}`] : []),
    ...seen.files.map((file) => `  @${file}`),
  ]
}
