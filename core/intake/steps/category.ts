import type { City, MenuLine } from '../../city.ts'
import { categoryOf } from '../../labels.ts'
import { type Choice, say } from '../../reply.ts'
import type { Draft } from '../draft.ts'
import type { Step } from '../step.ts'

type Kept = NonNullable<Draft['category']>

/** The line of the city menu, then, where several offices own it, one more question. */
export const category: Step<Kept> = {
  ask: (draft, { city }) => {
    const line = draft.category && lineOf(city, draft.category.line)
    if (!line) return { says: [say('intake.ask-category')], choices: city.menu.map(({ id, label }) => ({ id, label })) }
    return {
      says: [line.question ? say('intake.ask-choice', { question: line.question }) : say('intake.ask-category')],
      choices: [...line.choices.map(({ id, label }) => ({ id, label })), otherLine],
    }
  },
  read: (input, _, { city }) => {
    if (input.kind !== 'choice') return 'not mine'
    const line = lineOf(city, input.id)
    if (line) return { keep: opened(line) }
    const owner = city.menu.find(({ choices }) => choices.some(({ id }) => id === input.id))
    return owner ? { keep: { line: owner.id, choice: input.id } } : 'not mine'
  },
}

/** Back from the second question to the lines. */
const otherLine: Choice = { id: 'lines', label: say('button.other-category') }

/** The category once it is decided; undefined while a line still has several owners. */
export const categoryIn = (draft: Draft, city: City) =>
  draft.category?.choice ? categoryOf(city, draft.category.choice) : undefined

const lineOf = (city: City, id: string) => city.menu.find((line) => line.id === id)
const opened = ({ id, choices }: MenuLine): Kept =>
  choices.length === 1 && choices[0] ? { line: id, choice: choices[0].id } : { line: id }
