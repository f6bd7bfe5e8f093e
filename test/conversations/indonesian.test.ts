import { playAll } from './play-all.ts'

playAll('id', 'residents', 'officers')
