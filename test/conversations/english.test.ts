import { playAll } from './play-all.ts'

playAll('en', 'residents-en', 'officers-en')
