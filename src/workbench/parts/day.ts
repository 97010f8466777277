export { dayAndHour, dayOf } from '../../export/view/day-words.ts'
