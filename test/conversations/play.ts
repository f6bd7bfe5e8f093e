import type { Door, Seen } from './doors.ts'
import { parse } from './parse.ts'
import { openStage, type Stage } from './stage.ts'

/**
 * Plays a transcript and writes down what the bot really said. `watch` sees the stage before it is closed; `restarts`
 * says whether the state is thrown away between every two messages, or only when time passes.
 */
export async function play(
  text: string,
  telegram: Door,
  watch: (stage: Stage, seen: readonly Seen[]) => Promise<void> = async () => {},
  restarts = true,
): Promise<string> {
  const transcript = parse(text)
  const stage = await openStage(transcript, telegram, restarts)
  const rows = text.split('\n')
  const out: string[] = []
  const before = openGlossary()
  for (const line of transcript.lines) if (line.kind === 'bot') before.learn(line.lines.join('\n'))
  const now = openGlossary()
  const everything: Seen[] = []
  const filled = (said: string) => now.filled(renewed(said, before, now))
  const answer = async () => {
    const seen = await stage.settle()
    for (const { text } of seen) now.learn(text)
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

type Glossary = {
  readonly numbers: readonly string[]
  readonly codes: readonly string[]
  readonly learn: (text: string) => void
  /** `$1` is the first report's number, `$kode1` the first code. */
  readonly filled: (said: string) => string
}

/** The numbers and codes that were said, in their order. */
function openGlossary(): Glossary {
  const numbers: string[] = []
  const codes: string[] = []
  const learn = (text: string) => {
    for (const code of text.match(/\b[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){3}\b/g) ?? [])
      if (!codes.includes(code)) codes.push(code)
    for (const number of text.match(/\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b(?!-)/g) ?? [])
      if (/\d/.test(number) && !numbers.includes(number) && !codes.some((code) => code.includes(number)))
        numbers.push(number)
  }
  const filled = (said: string) =>
    said
      .replace(/\$(\d)/g, (sign, at: string) => numbers[Number(at) - 1] ?? sign)
      .replace(/\$kode(\d)/g, (sign, at: string) => codes[Number(at) - 1] ?? sign)
  return { numbers, codes, learn, filled }
}

/** What a person said with the numbers and codes of an earlier record, with those of now in their place. */
const renewed = (said: string, before: Glossary, now: Glossary): string =>
  said.replace(
    /[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4})+/g,
    (old) => now.numbers[before.numbers.indexOf(old)] ?? now.codes[before.codes.indexOf(old)] ?? old,
  )

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
